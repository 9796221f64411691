using TipSom.Domain.Reporting;

namespace TipSom.Domain.Tests.Reporting;

/// <summary>Nobody learns of a small count by subtracting what is published; and with the hiding of further counts switched off somebody would.</summary>
public sealed class SuppressionTests
{
    private static readonly Division Groups = new("group", ["Women", "Men", "Children", "Transgender", "Unknown"]);
    private static readonly Division Provinces = new("province", ["PB", "SD", "KP", "BA", "ICT", "AJK", "GB"]);

    private static readonly IReadOnlyList<CountTable> Tables =
    [
        new("groups", Groups),
        new("provinces", Provinces, Groups),
        new("reached", new("reached", ["0", "1", "2", "3", "4"]), Groups),
        new("forms", new("form", ["SEX", "FL", "BEG", "FM"], IsPartition: false), Groups)
    ];

    [Theory]
    [InlineData(0, 0)]
    [InlineData(11, 10)]
    [InlineData(12, 10)]
    [InlineData(13, 15)]
    [InlineData(32_022, 32_020)]
    public void Counts_and_totals_are_rounded_to_five(int count, int shown) => Assert.Equal(shown, Suppression.Rounded(count));

    [Fact]
    public void A_single_small_count_takes_a_second_one_with_it()
    {
        var table = new CountTable("groups", new Division("group", ["Women", "Men", "Transgender"]));
        var counts = new Dictionary<string, int> { ["all"] = 60, ["group=Women"] = 37, ["group=Men"] = 20, ["group=Transgender"] = 3 };

        var safe = SafeTables.Make([table], k => counts[k]);

        Assert.Null(safe.Shown["group=Transgender"]);
        Assert.True(safe.Shown["group=Men"] is null || DifferencingAttack.Recover([table], safe.Shown, k => counts[k]).Count == 0);
        Assert.Equal(60, safe.Shown["all"]);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(40, 40)]
    [InlineData(40, 51)]
    [InlineData(3, 14)]
    public void A_count_moves_when_it_changed_by_eleven_or_not_at_all(int before, int now) => Assert.Equal(now, Suppression.BasisOf(now, [before]));

    [Theory]
    [InlineData(40, 41)]
    [InlineData(40, 30)]
    [InlineData(0, 7)]
    public void A_count_that_changed_by_a_few_stays(int before, int now) => Assert.Equal(before, Suppression.BasisOf(now, [before]));

    [Theory]
    [InlineData(98, 100)]
    [InlineData(105, 100)]
    [InlineData(106, 111)]
    [InlineData(89, 89)]
    [InlineData(122, 122)]
    public void A_count_that_went_up_and_came_back_rests_where_it_was(int now, int basis) => Assert.Equal(basis, Suppression.BasisOf(now, [100, 111]));

    [Fact]
    public void Two_releases_and_all_their_tables_stand_the_subtraction_of_every_margin()
    {
        var found = 0;
        for (var seed = 0; seed < 12; seed++)
        {
            var (first, second) = (People(seed, 300 + 120 * seed), new List<Person>());
            second.AddRange(first.Where((_, i) => i % 97 != seed % 97));
            second.AddRange(People(seed + 1000, 5 + seed * 2));
            var earlier = SafeTables.Make(Tables, k => Count(first, k));
            var later = SafeTables.Make(Tables, k => Count(second, k), earlier.Bases);

            Assert.Empty(DifferencingAttack.Recover(Tables, earlier.Shown, k => Count(first, k)));
            Assert.Equal((seed, ""), (seed, string.Join(", ", DifferencingAttack.Recover(Tables, later.Shown, k => Count(second, k)))));
            Assert.Equal((seed, "changes: "), (seed, "changes: " + string.Join(", ", DifferencingAttack.RecoverChange(Tables, earlier.Shown, later.Shown, k => Count(second, k) - Count(first, k)))));
            found += earlier.Shown.Values.Count(v => v is not null);
        }

        // Hiding everything would be safe, too.
        Assert.True(found > 12 * 40, $"{found} counts are shown in 12 releases");
    }

    [Fact]
    public void Any_two_of_a_series_of_releases_tell_nothing_of_the_few_between_them()
    {
        for (var seed = 0; seed < 4; seed++)
        {
            var people = People(seed, 700);
            // Grows by more than the minimum, and shrinks to a few beside where it was.
            int[] sizes = [500, 620, 507, 690, 496];
            var releases = new List<SafeTables>();
            foreach (var size in sizes)
                releases.Add(SafeTables.Make(Tables, k => Count(people[..size], k), [.. releases.Select(r => r.Bases)]));

            foreach (var (one, other) in Enumerable.Range(0, sizes.Length).SelectMany(i => Enumerable.Range(i + 1, sizes.Length - i - 1).Select(j => (i, j))))
            {
                Assert.All(releases[one].Bases, b => Assert.False(Suppression.IsSmall(Math.Abs(releases[other].Bases[b.Key] - b.Value)), $"{b.Key}: {b.Value} and {releases[other].Bases[b.Key]}"));
                Assert.Equal(
                    (seed, one, other, ""),
                    (seed, one, other, string.Join(", ", DifferencingAttack.RecoverChange(
                        Tables, [.. releases.Select(r => r.Shown)], one, other, k => Count(people[..sizes[other]], k) - Count(people[..sizes[one]], k)))));
            }
        }
    }

    [Fact]
    public void The_attack_finds_small_counts_when_nothing_is_hidden_besides_them()
    {
        var people = People(1, 600);
        var shown = Tables.SelectMany(t => t.Keys).Distinct().ToDictionary(k => k, k => Suppression.IsSmall(Count(people, k)) ? (int?)null : Count(people, k));
        Assert.NotEmpty(DifferencingAttack.Recover(Tables, shown, k => Count(people, k), isRounded: false));
    }

    [Fact]
    public void Rounding_alone_leaves_a_small_count_beside_zeros_to_be_learnt()
    {
        var table = new CountTable("groups", new Division("group", ["Women", "Men", "Transgender"]));
        var counts = new Dictionary<string, int> { ["all"] = 14, ["group=Women"] = 11, ["group=Men"] = 0, ["group=Transgender"] = 3 };
        var rounded = counts.ToDictionary(c => c.Key, c => Suppression.IsSmall(c.Value) ? (int?)null : Suppression.Rounded(c.Value));
        Assert.Equal(["group=Transgender"], DifferencingAttack.Recover([table], rounded, k => counts[k]));

        var safe = SafeTables.Make([table], k => counts[k]);

        Assert.Null(safe.Shown["group=Women"]);
        Assert.Empty(DifferencingAttack.Recover([table], safe.Shown, k => counts[k]));
    }

    [Fact]
    public void The_attack_finds_the_few_between_two_releases_when_counts_move_freely()
    {
        var (first, second) = (People(2, 900), People(2, 900).Concat(People(3, 6)).ToList());
        var (earlier, later) = (SafeTables.Make(Tables, k => Count(first, k)), SafeTables.Make(Tables, k => Count(second, k)));
        Assert.NotEmpty(DifferencingAttack.RecoverChange(Tables, earlier.Shown, later.Shown, k => Count(second, k) - Count(first, k)));
    }

    private static int Count(IReadOnlyList<Person> people, string key) => people.Count(p => key.Split('&').All(part => part == CountTable.All || p.Marks.Contains(part)));

    // Few in small provinces and groups, many in large ones, as they are.
    private static List<Person> People(int seed, int many)
    {
        var random = new Random(seed);
        string Skewed(IReadOnlyList<string> values) => values[Math.Min(values.Count - 1, (int)(values.Count * Math.Pow(random.NextDouble(), 2.2)))];
        return [.. Enumerable.Range(0, many).Select(_ => new Person(
        [
            $"group={Skewed(Groups.Values)}", $"province={Skewed(Provinces.Values)}", $"reached={Skewed(["0", "1", "2", "3", "4"])}",
            .. new[] { "SEX", "FL", "BEG", "FM" }.Where(_ => random.Next(3) == 0).Select(f => $"form={f}")
        ]))];
    }

    private sealed record Person(HashSet<string> Marks);
}
