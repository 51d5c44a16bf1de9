// Made from fresh_seed.py by generating.py; change that, not this.
export const SEED_LETTERS = "bcdfghjkmnpqrstvwxz";
export const SEED_LENGTH = 12;
