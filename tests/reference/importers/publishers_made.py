"""The layouts in which publishers give out their figures; figures are made up or rounded."""

CODE = "SP.POP.TOTL_DS2_en_csv_v2_7"
WORLD_BANK = {
    f"API_{CODE}.csv": (
        '"Data Source","World Development Indicators",\n\n"Last Updated Date","2025-07-01",\n\n'
        '"Country Name","Country Code","Indicator Name","Indicator Code","2022","2023",\n'
        '"France","FRA","Population, total","SP.POP.TOTL","68","69",\n'
        '"Korea, Rep.","KOR","Population, total","SP.POP.TOTL","52","",\n'
        '"Arab World","ARB","Population, total","SP.POP.TOTL","465","x",\n'
        '"Ruritania","RUR","Population, total","SP.POP.TOTL","1,500","2",\n'
    ),
    f"Metadata_Country_API_{CODE}.csv": (
        '"Country Code","Region","IncomeGroup","SpecialNotes","TableName",\n'
        '"FRA","Europe & Central Asia","High income","","France",\n'
        '"ARB","","","Aggregate","Arab World",\n'
    ),
    f"Metadata_Indicator_API_{CODE}.csv": (
        '"INDICATOR_CODE","INDICATOR_NAME","SOURCE_NOTE","SOURCE_ORGANIZATION",\n'
        '"SP.POP.TOTL","Population, total","Everybody, at midyear.","UN",\n'
    ),
}
BULK = {
    "WDICSV.csv": (
        "Country Name,Country Code,Indicator Name,Indicator Code,2022,2023\n"
        "France,FRA,GDP (current US$),NY.GDP.MKTP.CD,2.5,3\n"
        "France,FRA,Food index,AG.PRD.FOOD.XD,101,\n"
    ),
    "WDISeries.csv": (
        "Series Code,Topic,Indicator Name,Short definition,Long definition,Unit of measure\n"
        'NY.GDP.MKTP.CD,Economy: Output,GDP (current US$),,"Output, in dollars.",\n'
    ),
    "WDICountry.csv": "Country Code,Short Name,Table Name,Region\nFRA,France,France,Europe\n",
}
OWID = {
    "life.csv": (
        "Entity,Code,Year,Life expectancy - Sex: all\nFrance,FRA,2022,82.5\n"
        "World,OWID_WRL,2022,71.7\nAfrica,,2022,62.8\n"
    ),
    "life.metadata.json": (
        '{"chart": {"title": "Life expectancy", "citation": "UN WPP (2024)", "originalChartUrl":'
        ' "https://ourworldindata.org/grapher/life-expectancy?v=1"}, "columns":'
        ' {"Life expectancy - Sex: all": {"titleShort": "Life expectancy at birth", "unit":'
        ' "years", "descriptionShort": "Years a newborn would live.", "shortName": "life",'
        ' "lastUpdated": "2025-10-22", "nextUpdate": "2026-10-22", "citationShort": "UN WPP"}},'
        ' "dateDownloaded": "2025-11-30"}'
    ),
}
OWID_DATASET = {
    "datapackage.json": (
        '{"name": "CO2 - Office (2018)", "title": "CO2 - Office (2018)", "id": 1, "sources":'
        ' [{"name": "CO2", "dataPublishedBy": "The Office", "link": "https://example.org/co2",'
        ' "retrievedDate": "01/12/2018"}], "resources": [{"path": "CO2 - Office (2018).csv",'
        ' "schema": {"fields": [{"name": "Entity", "type": "string"}, {"name": "Year", "type":'
        ' "year"}, {"name": "CO2 (Office, 2018)", "type": "any", "description": null,'
        ' "owidDisplaySettings": {"name": "CO2 concentration", "unit": "parts per million",'
        ' "shortUnit": "ppm"}}]}}]}'
    ),
    "CO2 - Office (2018).csv": 'Entity,Year,"CO2 (Office, 2018)"\nWorld,2017,406.5\n',
}
PACKAGE = {
    "datapackage.json": (
        '{"name": "buses", "title": "Bus trips", "created": "2025-05-01T10:00:00Z", "licenses":'
        ' [{"name": "CC0-1.0"}], "resources": [{"name": "trips", "path": "trips.csv", "schema":'
        ' {"fields": [{"name": "city", "type": "string"}, {"name": "when", "type": "yearmonth"},'
        ' {"name": "n", "type": "integer", "title": "Bus trips", "unit": "thousands"}]}}]}'
    ),
    "trips.csv": "city,when,n\nStrelsau,2025-01,12\n",
}
DDF = {
    "ddf--concepts.csv": (
        "concept,concept_type,name,unit,description\npop,measure,Population,people,Everybody\n"
        "time,time,Time,,\ngeo,entity_domain,Place,,\nsex,entity_domain,Sex,,\n"
    ),
    "ddf--datapoints--pop--by--geo--time.csv": "geo,time,pop\nfra,2022,68\nworld,2022,8e3\n",
    "ddf--datapoints--pop--by--geo--sex--time.csv": "geo,sex,time,pop\nfra,women,2022,35\n",
    "ddf--entities--geo--country.csv": "country,is--country,iso3166_1_alpha3,name\n"
    "fra,TRUE,FRA,France\n",
    "ddf--entities--geo--global.csv": "global,name\nworld,World\n",
}
EUROSTAT = (
    "DATAFLOW,LAST UPDATE,freq,sex,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n"
    "ESTAT:JOBLESS(1.0),06/07/25 23:00:00,A,F,PC,EL,2023,11.5,\n"
    "ESTAT:JOBLESS(1.0),06/07/25 23:00:00,A,M,PC,EL,2023,9,e\n"
    "ESTAT:JOBLESS(1.0),06/07/25 23:00:00,A,M,PC,EL,20230,:,\n"
)
SDMX_CSV_2 = (
    "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,INDICATOR,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,"
    "UNIT_MULT\n"
    "dataflow,AG:FLOW(1.0),I,Q,FR,EXP,USD,2024-Q1,5.5,6\n"
)
LABELLED = (
    "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA:Reference area,INDICATOR:Indicator,"
    "UNIT_MEASURE:Unit of measure,TIME_PERIOD:Time period,OBS_VALUE:Value\n"
    "dataflow,AG:FLOW(1.0),I,FR:France,EXP:Exports of goods,USD:US dollar,2024-M03,5\n"
)

HOME = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1"
SPACES = f'xmlns:message="{HOME}/message" xmlns:common="{HOME}/common"'
HEADER = (
    "<message:Header><message:ID>x</message:ID><message:Test>false</message:Test>"
    '<message:Prepared>2025-03-04T05:06:07</message:Prepared><message:Sender id="AG"/>'
    '<message:Structure structureID="FLOW" dimensionAtObservation="TIME_PERIOD"{}>'
    '<common:Structure><Ref agencyID="AG" id="FLOW" version="1.0"/></common:Structure>'
    "</message:Structure></message:Header>"
)
GENERIC = (
    f'<?xml version="1.0" encoding="UTF-8"?><message:GenericData {SPACES}'
    f' xmlns:generic="{HOME}/data/generic">{HEADER.format("")}'
    '<message:DataSet structureRef="FLOW"><generic:Series><generic:SeriesKey>'
    '<generic:Value id="REF_AREA" value="FR"/><generic:Value id="INDICATOR" value="EXP"/>'
    '<generic:Value id="UNIT_MEASURE" value="USD"/></generic:SeriesKey>'
    '<generic:Obs><generic:ObsDimension value="2023"/><generic:ObsValue value="5"/></generic:Obs>'
    '<generic:Obs><generic:ObsDimension value="2024"/><generic:ObsValue value="6"/></generic:Obs>'
    "</generic:Series></message:DataSet></message:GenericData>"
)
FLOW = "urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=AG:FLOW(1.0)"
NAMESPACE = f' namespace="{FLOW}"'
SPECIFIC = (
    f'<?xml version="1.0" encoding="UTF-8"?><message:StructureSpecificData {SPACES}'
    f' xmlns:ss="{HOME}/data/structurespecific" xmlns:ns1='
    f'"{FLOW}:ObsLevelDim:TIME_PERIOD" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    f"{HEADER.format(NAMESPACE)}"
    '<message:DataSet ss:structureRef="FLOW" ss:dataScope="DataStructure"'
    ' xsi:type="ns1:DataSetType" action="Replace">'
    '<Series REF_AREA="FR" INDICATOR="EXP" UNIT_MEASURE="USD">'
    '<Obs TIME_PERIOD="2023" OBS_VALUE="5"/><Obs TIME_PERIOD="2024" OBS_VALUE="many"/></Series>'
    "</message:DataSet></message:StructureSpecificData>"
)
