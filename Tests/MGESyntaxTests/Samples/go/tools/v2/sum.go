package tools

type Number interface{ ~int | ~float64 }

func Sum[N Number](numbers []N) (total N) {
	for _, number := range numbers {
		total += number
	}
	return total
}
