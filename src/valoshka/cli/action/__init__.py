"""The commands of `valoshka action`, one file each."""
