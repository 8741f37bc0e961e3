package shop

const newline = "\r\n"
