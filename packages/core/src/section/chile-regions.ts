/**
 * Chile's 16 regions, north to south: `ISO 3166-2, CUT, Roman numeral, SUBDERE's abbreviation, name=other
 * names|census 2017|projection 2024|census 2024`. Sources: Debian iso-codes, SUBDERE, INE Chile.
 */
export const CHILE_REGIONS = `
CL-AP 15 XV AyP Arica y Parinacota=Arica=Arica-Parinacota|226068|261779|244569
CL-TA 01 I TPCA Tarapacá|330558|406287|369806
CL-AN 02 II ANTOF Antofagasta|607534|718232|635416
CL-AT 03 III ATCMA Atacama|286168|319992|299180
CL-CO 04 IV COQ Coquimbo|757586|879267|832864
CL-VS 05 V VALPO Valparaíso=Valpo|1815902|2025693|1896053
CL-RM 13 XIII RM Metropolitana de Santiago=Metropolitana=Santiago=Gran Santiago=R.M.|7112808|8420729|7400741
CL-LI 06 VI LGBO Libertador General Bernardo O'Higgins=O'Higgins=General Bernardo O'Higgins=Bernardo O'Higgins=Libertador=OHiggins=Libertador General Bernardo OHiggins|914555|1025586|987228
CL-ML 07 VII MAULE Maule|1044950|1171982|1123008
CL-NB 16 XVI NUBLE Ñuble|480609|521711|512289
CL-BI 08 VIII BBIO Biobío=Bío-Bío|1556805|1686225|1613059
CL-AR 09 IX ARAUC La Araucanía=Araucanía|957224|1032164|1010423
CL-LR 14 XIV RIOS Los Ríos|384837|412786|398230
CL-LL 10 X LAGOS Los Lagos|828708|912171|890284
CL-AI 11 XI AYSEN Aysén del General Carlos Ibáñez del Campo=Aysén=Aisén=Aysén del General Carlos Ibáñez=Aisén del General Carlos Ibáñez del Campo|103158|108538|100745
CL-MA 12 XII MAG Magallanes y de la Antártica Chilena=Magallanes=Magallanes y Antártica=Magallanes y Antártica Chilena=Magallanes y la Antártica Chilena|166533|183235|166537
`;
