package price

type Price int

const Free = 0
