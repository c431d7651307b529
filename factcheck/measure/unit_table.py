"""The units that figures in the press are stated in, as one table.

Under "[kind dimension]" one row a unit: id, worth in the base unit of the dimension (the row with
1), spellings after a number separated by bars; indented lines go on with the spellings. A plural s
is understood in words; forms with capitals and forms of one or two letters keep their case.
Factors: SI Brochure (9th edition) and NIST SP 811; a barrel of oil is 42 US gallons.
"""

TABLE = """
[percent percent]
percent 1 % | per cent | percent | pc | pct
percent_of_human_baseline 1
[percentage_points percentage_points]
percentage_points 1
    percentage point | percentage-point | % point | %-point | pp | ppt | pct point |
    per cent point | percent point
basis_points 0.01 basis point | basis-point | bp | bps
[score points]
points 1 rating point | index point | Elo point | point | pt | pts
[duration time]
seconds 1 second | sec
minutes 60 minute | min
hours 3600 hour | hr | hrs
days 86400 day
weeks 604800 week
fortnights 1209600 fortnight
[duration calendar]
months 1 month
years 12 year | yr | yrs
decades 120 decade
centuries 1200 century | centuries
[multiple multiple]
multiple 1 times | x | -fold | fold | ×
[multiple multiple_per_year]
multiple_per_year 1
[ratio ratio]
ratio 1
[rank ordinal]
ordinal 1
[date date]
date 1
[count count]
count 1
[count pages]
pages 1 page | pp.
[count per_inhabitants]
per_100k_inhabitants 1
    per 100,000 inhabitants | per 100,000 people | per 100,000 residents |
    per 100,000 population | per 100,000 | per 100000 | per 100k |
    for every 100,000 inhabitants | for every 100,000 people | for every 100,000 residents |
    for every 100,000 | for each 100,000
per_million_inhabitants 0.1
    for every million people | for every million inhabitants | for every million |
    per million inhabitants | per million people | per million residents | per million
per_1k_inhabitants 100
    per 1,000 inhabitants | per 1,000 people | per 1,000 residents | per 1,000 population |
    per 1,000 | per thousand
[count mass]
milligrams 0.000000001 milligram | milligramme | mg
grams 0.000001 gram | gramme | g
kilograms 0.001 kilogram | kilogramme | kilo | kg
tonnes 1 tonne | metric ton | ton | t
kilotonnes 1000 kilotonne | kt
megatonnes 1000000 megatonne | Mt
gigatonnes 1000000000 gigatonne | Gt
pounds 0.00045359237 lb | lbs
ounces 0.000028349523125 ounce | oz
stone 0.00635029318 stone
[count CO2]
grams_CO2 0.000001 g CO2 | g of CO2 | grams of CO2
kilograms_CO2 0.001 kg CO2 | kg of CO2 | kilograms of CO2 | kilos of CO2
tonnes_CO2 1
    tonnes of CO2 | tonne of CO2 | tons of CO2 | t CO2 | tonnes of carbon dioxide |
    tons of carbon dioxide | tonnes CO2
megatonnes_CO2 1000000 Mt CO2 | Mt of CO2 | MtCO2
gigatonnes_CO2 1000000000 Gt CO2 | Gt of CO2 | GtCO2
[count CO2e]
tonnes_CO2e 1
    tonnes of CO2 equivalent | tonnes CO2e | tonnes of CO2e | t CO2e | tCO2e |
    tons of CO2 equivalent | tonnes of carbon dioxide equivalent | tonnes of CO2-equivalent
megatonnes_CO2e 1000000 MtCO2e | Mt CO2e
[count mass_per_person]
kilograms_per_person 0.001
    kilograms each | kg each | kilograms per person | kg per person | kilograms per head |
    kg per head | kilograms per capita | kilos a head
tonnes_per_person 1
    tonnes each | tonnes per person | tonnes per head | tonnes per capita | tonnes a head |
    tonnes of CO2 per person | tonnes of CO2 per head | tonnes of CO2 per capita |
    tonnes of CO2 each | tons per person | tons per capita
[count mass_per_energy]
tonnes_per_kWh 1 t/kWh | tonnes per kilowatt-hour
gCO2_per_kWh 0.000001
    g/kWh | gCO2/kWh | g CO2/kWh | g CO2 per kWh | gCO2 per kWh | grams per kilowatt-hour |
    grams per kilowatt hour | grams per kWh | grams of CO2 per kilowatt-hour |
    grams of CO2 per kilowatt hour | grams of CO2 per kWh | g per kWh | grams a kilowatt-hour |
    g CO2e/kWh | gCO2e/kWh
kgCO2_per_MWh 0.000001 kg/MWh | kgCO2/MWh | kg CO2/MWh
[count energy]
Wh 0.000000000001 Wh | watt-hour | watt hour
kWh 0.000000001 kWh | kilowatt-hour | kilowatt hour
MWh 0.000001 MWh | megawatt-hour | megawatt hour
GWh 0.001 GWh | gigawatt-hour | gigawatt hour
TWh 1 TWh | terawatt-hour | terawatt hour
PWh 1000 PWh | petawatt-hour | petawatt hour
[count power]
W 0.000000001 W | watt
kW 0.000001 kW | kilowatt
MW 0.001 MW | megawatt
GW 1 GW | gigawatt
TW 1000 TW | terawatt
horsepower 0.0000007457 hp | horsepower | bhp | PS
[count volume]
millilitres 0.000001 millilitre | milliliter | ml | mL
litres 0.001 litre | liter | L
kilolitres 1 kilolitre | kiloliter | cubic metre | cubic meter | m³ | m3
megalitres 1000 megalitre | megaliter | ML
gallons 0.003785411784 gallon
barrels 0.158987294928 barrel | bbl
cubic_feet 0.028316846592 cubic foot | cubic feet
[count length]
nanometres 0.000000001 nanometre | nanometer | nm
micrometres 0.000001 micrometre | micrometer | micron | μm | µm
millimetres 0.001 millimetre | millimeter | mm
centimetres 0.01 centimetre | centimeter | cm
metres 1 metre | meter | m
kilometres 1000 kilometre | kilometer | km | kms
inches 0.0254 inch | inches | ″
feet 0.3048 foot | feet | ft
yards 0.9144 yard | yd
miles 1609.344 mile | mi
[count area]
square_metres 1 square metre | square meter | sq m | sqm | m² | m2
hectares 10000 hectare | ha
square_kilometres 1000000 square kilometre | square kilometer | sq km | km² | km2
square_feet 0.09290304 square foot | square feet | sq ft
acres 4046.8564224 acre
square_miles 2589988.110336 square mile | sq mi
[count speed]
kilometres_per_hour 1
    km/h | kph | kmh | km/hr | kilometres per hour | kilometers per hour | kilometres an hour
miles_per_hour 1.609344 mph | miles per hour | miles an hour
metres_per_second 3.6 m/s | metres per second | meters per second
knots 1.852 knot
[count yield]
tonnes_per_hectare 1 tonnes per hectare | tonnes a hectare | t/ha
[count data]
megabytes 0.001 megabyte | MB
gigabytes 1 gigabyte | GB
terabytes 1000 terabyte | TB
[count concentration]
ppb 0.001 ppb | parts per billion
ppm 1 ppm | parts per million
[count frequency]
hertz 1 Hz | hertz
kilohertz 1000 kHz | kilohertz
megahertz 1000000 MHz | megahertz
gigahertz 1000000000 GHz | gigahertz
[count celsius]
celsius 1
    °C | C | degrees Celsius | degree Celsius | degrees centigrade | Celsius | celsius |
    degrees celsius | ℃
[count fahrenheit]
fahrenheit 1 °F | F | degrees Fahrenheit | degree Fahrenheit | Fahrenheit | fahrenheit
[count degrees]
degrees 1 degree | °
[count decibels]
decibels 1 decibel | dB
[count fuel_economy]
miles_per_gallon 1 mpg | miles per gallon
[count flow]
barrels_per_day 1 barrels a day | barrels per day | bpd | b/d | barrel-a-day | barrels of oil a day
[count rotation]
rpm 1 rpm
[count voltage]
volts 1 volt | V
[count charge]
milliampere_hours 1 mAh
[count torque]
newton_metres 1 Nm | newton metre
pound_feet 1.3558179483 lb-ft | pound-foot | pound-feet
[count pressure]
pascals 1 pascal | Pa
gigapascals 1000000000 gigapascal | GPa
"""

CODES = """
s seconds | min minutes | h hours | d days | wk weeks | mo months | a years
mg milligrams | g grams | kg kilograms | t tonnes | kt kilotonnes | Mt megatonnes | Gt gigatonnes
t/ha tonnes_per_hectare | g/kWh gCO2_per_kWh | kg/MWh kgCO2_per_MWh
mL millilitres | ml millilitres | L litres | l litres | m3 kilolitres | ML megalitres
nm nanometres | um micrometres | mm millimetres | cm centimetres | m metres | km kilometres
m2 square_metres | ha hectares | km2 square_kilometres | km/h kilometres_per_hour
m/s metres_per_second | MB megabytes | GB gigabytes | TB terabytes | Hz hertz | kHz kilohertz
MHz megahertz | GHz gigahertz | Cel celsius | V volts | Pa pascals | GPa gigapascals
"""
"""UCUM codes that packs may use (https://ucum.org/ucum), each with the id of the same unit."""
