package main

import "fmt"

type shopPrinter interface {
	fmt.Stringer
	print(total int)
}

type console struct {
	*options
	used int
}

func (c *console) String() string { return "console" }

func (c *console) print(total int) {
	c.used++
	if c.verbose && c.options.verbose {
		fmt.Println(c, total)
	}
}
