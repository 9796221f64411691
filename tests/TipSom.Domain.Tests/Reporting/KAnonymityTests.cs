using TipSom.Domain.Reporting.Exports;

namespace TipSom.Domain.Tests.Reporting;

/// <summary>No combination of the columns by which somebody could be recognised, and of any of them, stands in fewer than eleven rows.</summary>
public sealed class KAnonymityTests
{
    private static readonly ExportColumn[] Columns = [.. ((string[])["year", "sex", "age", "country", "place", "form", "means"]).Select(n => new ExportColumn(n, "", null, ExportValues.Mark))];
    private static readonly string[][] Identifiers = [["year"], ["sex"], ["age"], ["country"], ["place"], ["form"]];
    private static readonly CoarserStep[] Steps = [CoarserStep.ToCountry("place"), CoarserStep.Empty("country"), CoarserStep.Empty("age")];

    [Theory]
    [InlineData(1, 40)]
    [InlineData(2, 400)]
    [InlineData(3, 4000)]
    [InlineData(4, 15000)]
    public void Skewed_rows_keep_no_rare_combination_of_any_columns(int seed, int count)
    {
        var random = new Random(seed);
        // Most are alike, and a long tail is not.
        string Skewed(params string[] values) => values[(int)(values.Length * Math.Pow(random.NextDouble(), 4))];
        var rows = Enumerable.Range(0, count).Select(_ => (IReadOnlyList<string>)
        [
            Skewed("2026", "2025"), Skewed("F", "M", "X"), $"{(int)(60 * Math.Pow(random.NextDouble(), 3))}", Skewed("PK", "AF", "NP", "BD", "CN"),
            Skewed("PK-PB", "PK-SD", "PK-KP", "AE", "IR"), Skewed("FL", "SEX", "BEG", "ORG"), Skewed("a;b", "a", "b;c", "d", "")
        ]).ToList();

        var found = KAnonymity.Protect(new ExportTable("t", Columns, rows), Identifiers, Steps);

        Assert.Equal(count, found.Table.Rows.Count + found.LeftOut);
        for (var subset = 1; subset < 1 << 6; subset++)
        {
            var places = Enumerable.Range(0, 6).Where(i => (subset & (1 << i)) != 0).ToArray();
            Assert.All(found.Table.Rows.CountBy(r => string.Join('|', places.Select(p => r[p]))), group => Assert.True(group.Value >= KAnonymity.K, $"{group.Key} stands {group.Value} times"));
        }

        Assert.All(found.Table.Rows.SelectMany(r => r[6].Split(';', StringSplitOptions.RemoveEmptyEntries)).CountBy(v => v), value => Assert.True(value.Value >= KAnonymity.K));
    }

    [Fact]
    public void The_province_goes_first_then_the_citizenship_then_the_age_and_then_the_row()
    {
        var found = Protect([.. Many(11), .. Many(6, place: "PK-SD"), .. Many(5, place: "PK-KP"), .. Many(3, country: "NP", place: "PK-SD"), .. Many(8, country: "AF", place: "PK-SD"), .. Many(2, sex: "X")]);

        var groups = found.Table.Rows.CountBy(r => string.Join('|', r.Take(6))).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {g.Value}");
        Assert.Equal(["2026|F|20|PK|PK-PB|FL 11", "2026|F|20|PK|PK|FL 11", "2026|F|20||PK|FL 11"], groups);
        Assert.Equal((22, 2), (found.Coarser, found.LeftOut));
    }

    [Fact]
    public void Ten_of_a_kind_are_left_out_and_a_rare_value_beside_them_is_taken_out()
    {
        Assert.Empty(Protect(Many(10)).Table.Rows);
        var found = Protect([.. Many(11, means: "1"), .. Many(1, means: "rare;1")]);
        Assert.Equal((12, 0, 1), (found.Table.Rows.Count, found.LeftOut, found.Emptied));
        Assert.All(found.Table.Rows, r => Assert.Equal("1", r[6]));
    }

    [Fact]
    public void More_than_six_columns_are_not_accepted() => Assert.Throws<ArgumentException>(() =>
        KAnonymity.Protect(new ExportTable("t", Columns, []), [.. Identifiers, ["means"]], Steps));

    private static ProtectedRows Protect(IReadOnlyList<IReadOnlyList<string>> rows) => KAnonymity.Protect(new ExportTable("t", Columns, rows), Identifiers, Steps);

    private static IReadOnlyList<IReadOnlyList<string>> Many(int count, string sex = "F", string country = "PK", string place = "PK-PB", string means = "") =>
        [.. Enumerable.Range(0, count).Select(_ => (IReadOnlyList<string>)["2026", sex, "20", country, place, "FL", means])];
}
