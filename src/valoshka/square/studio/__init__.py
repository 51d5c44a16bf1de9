"""Where strangers' pictures are drawn anew, in capped processes that can open no file and no connection."""
