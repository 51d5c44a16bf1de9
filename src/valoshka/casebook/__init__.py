"""The two sealed stores."""
