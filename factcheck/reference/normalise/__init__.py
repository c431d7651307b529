"""What publishers write, in the forms a pack uses: periods, names, units, values."""
