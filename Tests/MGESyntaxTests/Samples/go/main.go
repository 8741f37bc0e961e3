package main

import (
	"fmt"
	"os"

	"example.org/store/shop"
	. "example.org/store/shop/money"
	util "example.org/store/tools/v2"
)

type options struct {
	verbose bool
	limits  map[string]shop.Limit
}

var defaults, fallback = options{verbose: true}, load()

var known = map[string]*shop.Item{
	shop.Anything: {Name: "any", Price: Free},
	"pen":         shop.NewItem("pen", 2),
}

func load() options {
	return options{limits: map[string]shop.Limit{"all": {Most: Free}}}
}

func main() {
	shop := shop.Open(os.Args[0])
	item, err := shop.Find("pen")
	if err != nil {
		fmt.Println(err)
	}
	total := util.Sum([]int{item.Total(), Free})
	var printer shopPrinter = &console{options: &defaults}
	printer.print(total)
	run := (*console).print
	run(&console{}, fallback.limits["all"].Most)
	for known, load := range known {
		fmt.Println(known, load.Price)
	}
	func(load int) { fmt.Println(load, known) }(total)
}
