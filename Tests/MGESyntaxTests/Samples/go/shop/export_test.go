package shop

var ExportLargest = largest[*Item]
