"""What the collector answers: to visitors, and to the staff."""
