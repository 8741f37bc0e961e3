package shop

const newline = "\n"
