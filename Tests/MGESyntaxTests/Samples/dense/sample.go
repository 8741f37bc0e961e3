// Package sample is a sample.
package sample

import (
	"fmt"
	. "math"
	other "example.com/app/other"
	_ "embed"
)

const (
	A, B = iota, "ñ 日本"
	C    = `raw
text`
)

var x, y = 1, func() int { return 2 }()

// Shape has an area.
type Shape interface {
	~int | ~string
	Area() float64
	fmt.Stringer
}

type (
	Box[T any, K comparable] struct {
		*other.Base
		Name  string `json:"name"`
		inner map[K][]T
	}
	Alias = Box[int, string]
)

func (b *Box[T, K]) Area(a, c int, rest ...T) (n float64, err error) {
	defer func() { recover() }()
	for i, v := range rest {
		switch t := any(v).(type) {
		case int, *string:
			n += float64(t.(int))
		default:
			goto end
		}
		_ = i
	}
	select {
	case z := <-make(chan int, 1):
		b.inner[nil] = append(b.inner[nil], rest[z:]...)
	default:
	}
end:
	if p := (&Box[int, string]{Name: "a", inner: map[string][]int{"b": {1}}}); p != nil {
		go p.Area(0x1F, 'x')
	}
	return
}

func main() { fmt.Println(A, Sqrt(2), struct{ a int }{1}.a) }
