"""Published families of indices, said in the language without code, each with an example worked by hand.

The methods are retold from general knowledge, not from an official text beside us: that a family can be expressed is
tested, not that a certain edition is reproduced. Editions that are reproduced from published data: test_published.py.
"""

import math

import pytest

from ratusha.steering.index.output import as_csv, lines
from ratusha.steering.index.tests.tables import bands, computed, ranks, values


def test_human_development_with_the_arithmetic_mean_of_before_2010():
    spec = """
index: hdi
version: "1990-2009"
inputs:
  le: {min: 25, max: 85, unit: year}
  literacy: {min: 0, max: 100, unit: percent}
  enrolment: {min: 0, max: 100, unit: percent}
  gdp: {min: 100, max: 40000, scale: log, unit: USD/person}
tree: {health: le, education: {of: {literacy: 2/3, enrolment: 1/3}}, income: gdp}
steps: [goalpost, {agg: mean}]
round: {display: 3}
"""
    found = computed(spec, "unit,le,literacy,enrolment,gdp\nA,70,90,75,2000\n")
    health, education = (70 - 25) / 60, 2 / 3 * 0.9 + 1 / 3 * 0.75
    income = math.log(2000 / 100) / math.log(40000 / 100)
    assert values(found)["A"] == pytest.approx((health + education + income) / 3)


def test_human_development_adjusted_for_inequality():
    spec = """
index: ihdi
inputs:
  le: {min: 20, max: 85}
  school: {min: 0, max: 15}
  income: {min: 100, max: 75000, scale: log}
columns: [loss_le, loss_school, loss_income]
steps:
  - goalpost
  - set: {le_i: le * (1 - loss_le), school_i: school * (1 - loss_school), income_i: income * (1 - loss_income)}
  - agg: geometric
tree: {health: le_i, education: school_i, living: income_i}
"""
    found = computed(
        spec, "unit,le,school,income,loss_le,loss_school,loss_income\nA,72,9,10000,0.1,0.2,0.3\n"
    )
    parts = (52 / 65 * 0.9, 0.6 * 0.8, math.log(100) / math.log(750) * 0.7)
    assert values(found)["A"] == pytest.approx(math.prod(parts) ** (1 / 3))


def test_gender_inequality_as_a_harmonic_mean_of_geometric_ones():
    spec = """
index: gii
columns: [mmr, abr, seats_f, school_f, school_m, work_f, work_m]
inputs:
  mortality: {expr: "floor(cap(mmr, 1000), 10)"}
  women: {expr: "geometric(sqrt(10 / mortality * 1 / abr), sqrt(seats_f * school_f), work_f)"}
  men: {expr: "geometric(1, sqrt((1 - seats_f) * school_m), work_m)"}
  health: {expr: "(sqrt(10 / mortality * 1 / abr) + 1) / 2"}
  power: {expr: "(sqrt(seats_f * school_f) + sqrt((1 - seats_f) * school_m)) / 2"}
  equal: {expr: "geometric(health, power, (work_f + work_m) / 2)"}
value: 1 - harmonic(women, men) / equal
round: {display: 3}
"""
    row = {
        "mmr": 8,
        "abr": 5,
        "seats_f": 0.4,
        "school_f": 0.9,
        "school_m": 0.95,
        "work_f": 0.6,
        "work_m": 0.7,
    }
    table = f"unit,{','.join(row)}\nA,{','.join(map(str, row.values()))}\n"
    health = math.sqrt(10 / 10 / 5)
    women = (health * math.sqrt(0.4 * 0.9) * 0.6) ** (1 / 3)
    men = (1 * math.sqrt(0.6 * 0.95) * 0.7) ** (1 / 3)
    both = ((health + 1) / 2 * (math.sqrt(0.36) + math.sqrt(0.57)) / 2 * 0.65) ** (1 / 3)
    assert values(computed(spec, table))["A"] == pytest.approx(1 - 2 / (1 / women + 1 / men) / both)


def test_telecommunication_infrastructure_by_standard_scores():
    spec = """
index: tii
version: "2020/2022"
inputs: [internet, mobile, broadband, fixed]
steps: [{cap: {max: 120}}, {zscore: {ddof: 0}}, {agg: mean}, {minmax: {}}]
"""
    table = "unit,internet,mobile,broadband,fixed\nA,90,150,100,30\nB,50,110,60,10\nC,10,70,20,0\n"
    found = values(computed(spec, table))
    z = []
    for column in ([90, 50, 10], [120, 110, 70], [100, 60, 20], [30, 10, 0]):
        mean = sum(column) / 3
        sd = math.sqrt(sum((v - mean) ** 2 for v in column) / 3)
        z.append([(v - mean) / sd for v in column])
    means = [sum(parts) / 4 for parts in zip(*z, strict=True)]
    assert found["A"] == 1
    assert found["C"] == 0
    assert found["B"] == pytest.approx((means[1] - means[2]) / (means[0] - means[2]))


def test_online_services_as_weighted_shares_of_features_and_participation_alone():
    spec = """
index: osi
inputs: {f1: {}, f2: {}, s1: {}, s2: {}, s3: {}, p1: {}, p2: {}}
tree:
  framework: {w: 0.2, of: [f1, f2], agg: boolshare}
  services: {w: 0.45, of: [s1, s2, s3], agg: boolshare}
  participation: {w: 0.35, of: [p1, p2], agg: boolshare}
steps: [{agg: mean}, minmax]
---
index: epi
inputs: [p1, p2]
steps: [{agg: boolshare}, minmax]
"""
    table = "unit,f1,f2,s1,s2,s3,p1,p2\nA,1,1,1,1,1,1,1\nB,1,0,yes,no,0,1,0\nC,0,0,0,0,0,0,0\n"
    assert values(computed(spec, table, "osi"))["B"] == pytest.approx(0.1 + 0.15 + 0.175)
    assert values(computed(spec, table, "epi")) == {"A": 1, "B": 0.5, "C": 0}


def test_e_government_of_2010_gave_nought_to_states_without_a_component():
    spec = """
index: egdi
version: "2010"
inputs: [osi, tii, hci]
missing: {policy: zero_all, when: any}
steps: [{agg: {mean: {weights: {osi: 0.34, tii: 0.33, hci: 0.33}}}}]
"""
    found = computed(spec, "unit,osi,tii,hci\nA,1,0.5,0.5\nB,1,,1\n")
    assert values(found) == {"A": pytest.approx(0.67), "B": 0}
    assert ranks(found) == {"A": 1, "B": 2}
    assert "rule for missing" in found.notes[1][-1]


def test_perceived_corruption_on_a_scale_with_mean_45_and_deviation_20():
    spec = """
index: cpi
params: {m1: 5.0, sd1: 2.0, m2: 50, sd2: 25}
inputs:
  s1: {steps: [{zscore: {mean: 5, sd: 2}}]}
  s2: {steps: [{zscore: {mean: 50, sd: 25}}]}
  s3: {steps: [{zscore: {mean: 3, sd: 1}}]}
missing: {policy: renormalise, min_share: 2/3}
steps:
  - each: "cap(floor(x * 20 + 45, 0), 100)"
  - agg: mean
round: {display: 0, mode: half_up, keep: rounded}
rank: {on: displayed}
"""
    found = computed(spec, "unit,s1,s2,s3\nA,7,75,\nB,5,50,3\nC,9,,\nD,15,75,9\n")
    assert values(found)["A"] == 65
    assert values(found)["B"] == 45
    assert math.isnan(values(found)["C"])
    assert values(found)["D"] == pytest.approx(88)  # 100, 65, 100


def test_digital_economy_as_a_tree_with_weights_on_three_levels():
    spec = """
index: desi
inputs:
  skills: {min: 0, max: 1}
  specialists: {min: 0, max: 0.1}
  fixed: {min: 0, max: 1}
  mobile: {min: 0, max: 1}
tree:
  people: {w: 0.5, of: {skills: 0.5, specialists: 0.5}}
  connection: {w: 0.5, of: {lines: {w: 0.75, of: [fixed]}, radio: {w: 0.25, of: [mobile]}}}
steps: [{goalpost: {to: 100, clip: true}}, {agg: mean}]
"""
    found = computed(spec, "unit,skills,specialists,fixed,mobile\nA,0.6,0.04,0.8,0.2\n")
    assert values(found)["A"] == pytest.approx(0.5 * 50 + 0.5 * (0.75 * 80 + 0.25 * 20))


def test_innovation_as_the_mean_of_inputs_and_outputs_with_their_ratio_beside():
    spec = """
index: gii
inputs: {in: {from: in}, out: {from: out}}
tree: [in, out]
---
index: in
inputs: [a, b]
steps: [{minmax: {to: 100}}, {agg: mean}]
---
index: out
inputs: [c]
steps: [{minmax: {to: 100}}, {agg: mean}]
---
index: efficiency
inputs: {i: {from: in}, o: {from: out}}
value: o / i
"""
    spec = spec.replace("tree: [in, out]", "tree: {in: , out: }")
    table = "unit,a,b,c\nA,1,10,8\nB,3,30,4\nC,2,20,0\n"
    assert values(computed(spec, table, "gii")) == {"A": 50, "B": 75, "C": 25}
    assert values(computed(spec, table, "efficiency"))["B"] == pytest.approx(0.5)


def test_african_governance_over_all_years_to_100():
    spec = """
index: iiag
units: {period: year}
inputs: {safety: {}, rights: {dir: less}}
normalise: {default: {minmax: {to: 100, over: all}}}
tree: {security: safety, participation: rights}
"""
    found = computed(
        spec, "unit,year,safety,rights\nA,2012,0,10\nB,2012,5,0\nA,2021,10,5\nB,2021,5,5\n"
    )
    assert found.value.tolist() == [0, 75, 75, 50]


def test_environment_by_nearness_to_targets_between_percentiles():
    spec = """
index: epi
inputs:
  air: {dir: less, max: 50, target: 10}
  water: {min: 0, target: 100}
normalise: {default: {minmax: {goalposts: from_targets, clip: true, to: 100}}}
tree: {health: {w: 0.4, of: [air]}, ecosystems: {w: 0.6, of: [water]}}
"""
    found = computed(spec, "unit,air,water\nA,30,60\nB,5,120\n")
    assert values(found) == {"A": pytest.approx(0.4 * 50 + 0.6 * 60), "B": 100}


def test_prosperity_as_distance_to_the_frontier():
    spec = """
index: prosperity
inputs: {income: {min: 0, max: 100}, crime: {dir: less, min: 0, max: 20}}
tree: {economy: income, safety: crime}
steps: [{goalpost: {clip: true, to: 100}}]
"""
    assert values(computed(spec, "unit,income,crime\nA,50,5\nB,150,30\n")) == {"A": 62.5, "B": 50}


def test_doing_business_ranks_by_the_mean_distance_to_the_frontier():
    spec = """
index: db
inputs:
  days: {dir: less, min: 0.5, max: 100}
  cost: {dir: less, min: 0, max: 200}
  credit: {min: 0, max: 12}
tree: {starting: {of: [days, cost]}, credit_: {of: [credit]}}
steps: [{goalpost: {clip: true, to: 100}}]
round: {display: 1, mode: half_up, keep: rounded}
rank: {on: displayed}
"""
    found = computed(spec, "unit,days,cost,credit\nA,0.5,0,6\nB,100,200,12\nC,50.25,100,12\n")
    assert values(found) == {"A": 75, "B": 50, "C": 75}
    assert ranks(found) == {"A": 1, "B": 3, "C": 1}


def test_sustainable_goals_with_the_worst_2_and_a_half_percent_cut_off():
    spec = """
index: sdg
inputs: {a: {}, b: {dir: less, min: 0}}
steps:
  - winsor: {low: 0.025, high: 0, of: [a]}
  - winsor: {low: 0, high: 0.025, of: [b]}
  - minmax: {to: 100}
  - agg: mean
"""
    rows = "".join(f"U{n},{n},{40 - n}\n" for n in range(41))
    found = values(computed(spec, "unit,a,b\n" + rows))
    assert found["U40"] == 100
    assert (
        found["U1"] == found["U0"] == 0
    )  # the percentile of 0 to 40 is 1, and of 40 to 0 it is 39
    assert found["U20"] == pytest.approx((19 / 39 + 19 / 39) / 2 * 100)


def test_multidimensional_poverty_counted_over_households():
    spec = """
index: mpi
columns: {weight: {}, no_school: {}, no_water: {}, ill: {}, no_floor: {}}
collapse:
  columns:
    score: 1/3 * no_school + 1/3 * ill + 1/6 * no_water + 1/6 * no_floor
    poor: if(score >= 1/3 - 0.000001, 1, 0)
    headcount: mean_of(poor, weight)
    intensity: mean_of(score, weight * poor)
inputs: {h: {expr: headcount}, a: {expr: intensity}}
value: h * a
"""
    table = """unit,weight,no_school,no_water,ill,no_floor
A,4,1,1,0,0
A,2,0,0,0,1
A,4,1,0,1,0
B,1,0,0,0,0
B,1,0,1,0,1
"""
    found = values(computed(spec, table))
    headcount, intensity = 8 / 10, (4 * 0.5 + 4 * 2 / 3) / 8
    assert found["A"] == pytest.approx(headcount * intensity)
    assert found["B"] == pytest.approx(0.5 * 1 / 3)


def test_prices_by_laspeyres_paasche_and_fisher():
    spec = """
index: fisher
columns: [p0, p1, q0, q1]
collapse:
  columns:
    laspeyres: sum_of(p1 * q0) / sum_of(p0 * q0)
    paasche: sum_of(p1 * q1) / sum_of(p0 * q1)
value: geometric(laspeyres, paasche) * 100
"""
    table = "unit,p0,p1,q0,q1\ntown,1,2,10,8\ntown,5,5,2,4\nvillage,1,1,1,1\n"
    laspeyres, paasche = 30 / 20, 36 / 28
    found = values(computed(spec, table))
    assert found["town"] == pytest.approx(math.sqrt(laspeyres * paasche) * 100)
    assert found["village"] == 100


def test_burgers_as_a_currency_over_or_under_its_worth():
    spec = """
index: big_mac
columns: {price: {unit: LCU}, rate: {unit: LCU/USD}}
inputs: {dollars: {expr: price / rate, unit: USD}}
value: ratio_to(dollars, 'USA') - 1
round: {display: 2}
"""
    found = values(computed(spec, "unit,price,rate\nUSA,5,1\nA,10,4\n"))
    assert found["A"] == pytest.approx(-0.5)


def test_competitiveness_with_a_mean_of_pillars_on_a_scale_of_1_to_7():
    spec = """
index: gci
inputs: {power: {min: 0, max: 10}, crime: {dir: less, min: 0, max: 5}, survey: {min: 1, max: 7}}
tree: {basics: {w: 0.6, of: [power, crime]}, business: {w: 0.4, of: [survey]}}
steps:
  - goalpost: {clip: true}
  - scale: {times: 6, add: 1}
"""
    found = computed(spec, "unit,power,crime,survey\nA,5,1,4\n")
    assert values(found)["A"] == pytest.approx(0.6 * (4 + 5.8) / 2 + 0.4 * 4)


def test_maturity_groups_instead_of_ranks():
    spec = """
index: gtmi
inputs: [cgsi, psdi, dcei, gtei]
bands: [{name: A, gte: 0.75}, {name: B, gte: 0.5}, {name: C, gte: 0.25}, {name: D}]
"""
    found = computed(spec, "unit,cgsi,psdi,dcei,gtei\nX,0.9,0.8,0.7,0.6\nY,0.1,0.2,0.3,0.3\n")
    assert bands(found) == {"X": "A", "Y": "D"}


def test_themes_are_rated_when_two_thirds_of_their_indicators_are_there():
    spec = """
index: bipa
tree: {people: {of: [a, b, c]}, data: {of: [d]}}
missing: {policy: not_rated, min_share: 0.67}
"""
    found = computed(spec, "unit,a,b,c,d\nA,1,,0,1\nB,1,,,1\nC,1,1,1,\n")
    assert values(found)["A"] == pytest.approx(0.75)
    assert math.isnan(values(found)["B"])
    assert math.isnan(values(found)["C"])


def test_mazziotta_and_pareto_take_off_for_imbalance():
    spec = """
index: mpi
inputs: [x, y, z]
steps:
  - zscore
  - scale: {times: 10, add: 100}
  - set: {value_: "mean(x, y, z) - sd(x, y, z) ^ 2 / mean(x, y, z)"}
tree: {all: value_}
"""
    found = computed(spec, "unit,x,y,z\nA,3,3,3\nB,1,1,3\nC,2,2,0\n")
    assert values(found)["A"] > values(found)["B"]


def test_digital_inclusion_shows_also_what_only_a_formula_reads_and_what_of_it_is_missing():
    """As the ICT index of 2023 has it: coverage of two networks in fixed shares, traffic by logarithm."""
    spec = """
index: inclusion
units: {key: economy}
columns: [cov3g, cov4g]
inputs:
  users: {min: 0, max: 95, unit: percent}
  traffic: {min: 1, max: 100, scale: log}
tree:
  universal: users
  meaningful: {of: {coverage: "0.4 * cov3g / 100 + 0.6 * cov4g / 100", traffic: }}
steps: [{goalpost: {clip: true}}, {agg: mean}, {scale: 100}]
round: {display: 1}
"""
    table = "economy,cov3g,cov4g,users,traffic\nA,100,50,95,10\nB,100,,95,10\n"
    result = computed(spec, table)
    told = as_csv(lines(result), result.spec.rounding).splitlines()
    assert told[0].split(",")[5:9] == ["cov3g", "cov4g", "users", "traffic"]
    assert told[1].split(",")[1] == "80.0"
    assert result.missing == [[], ["cov4g"]]
