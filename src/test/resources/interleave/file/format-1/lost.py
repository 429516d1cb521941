"""More output than there is room for."""
for number in range(120):
    print("line", number, "." * 400)
