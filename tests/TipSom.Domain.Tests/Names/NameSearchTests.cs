using System.Diagnostics;
using System.Globalization;
using TipSom.Domain.Names;

namespace TipSom.Domain.Tests.Names;

/// <summary>
/// How well people are found. The list names.csv was written by hand: each name in Urdu and as people write it in Roman letters. People
/// are put together from it by counting, so every run has the same: one half is filed in Urdu and asked for in Roman letters, the other
/// the other way round or in another Roman spelling; the decoys bear the same words in other company.
/// </summary>
public sealed class NameSearchTests(ITestOutputHelper output)
{
    private const int Pairs = 480, Decoys = 20_000;

    [Fact]
    public void Nine_in_ten_are_among_the_first_ten()
    {
        var names = Name.All;
        using var index = new NameIndex();
        var pairs = Enumerable.Range(0, Pairs).Select(i => Pair.Of(i, names)).ToList();
        foreach (var pair in pairs)
            index.Put(pair.Id, new NamedPerson([pair.Filed], [pair.FiledParent], null, null));
        var taken = Enumerable.Range(0, Pairs).Select(i => Pair.NamesOf(i, names)).Select(n => (n.First, n.Second)).ToHashSet();
        for (var i = 0; index.Count < Pairs + Decoys; i++)
        {
            if (!taken.Contains(DecoysNames(i, names)))
                index.Put(Guid.NewGuid(), Decoy(i, names));
        }

        var places = pairs.ConvertAll(pair => PlaceOf(pair.Id, index.Find(new NameQuery(pair.Asked), 10)));
        var withParent = pairs.ConvertAll(pair => PlaceOf(pair.Id, index.Find(new NameQuery(pair.Asked, pair.AskedParent), 10)));

        foreach (var (what, found) in new[] { ("name", places), ("name and father's name", withParent) })
            output.WriteLine($"{what}: recall at 10 {Share(found, 10):P1}, at 1 (precision of the first) {Share(found, 1):P1}, of {Pairs} among {index.Count}");
        foreach (var (pair, place) in pairs.Zip(withParent).Where(p => p.Second > 10).Take(40))
            output.WriteLine($"not found: {pair.Asked} / {pair.AskedParent} for {pair.Filed} / {pair.FiledParent}");
        Assert.True(Share(places, 10) >= 0.9);
        Assert.True(Share(withParent, 10) >= 0.95);
    }

    [Theory]
    [InlineData("Mohd. Yusuf", "Muhammad Yousaf")]
    [InlineData("محمد يوسف", "محمد یوسف")]
    [InlineData("Md Yousuf", "محمد یوسف")]
    [InlineData("Shams-ud-Din", "شمس الدین")]
    [InlineData("Abdur Rahman", "عبدالرحمن")]
    [InlineData("Rehmatullah", "رحمت اللہ")]
    [InlineData("Mst. Zarmeena Bibi", "زرمینہ")]
    [InlineData("Fátima", "فاطِمہ")]
    public void A_name_is_found_as_others_write_it(string asked, string filed)
    {
        using var index = Filed(filed, "Gul Khan", "Nasreen Akhtar");
        Assert.Equal(Id(0), index.Find(new NameQuery(asked), 10)[0].Id);
    }

    [Fact]
    public void It_says_why()
    {
        using var index = new NameIndex();
        index.Put(Id(0), new NamedPerson(["زرمینہ بی بی"], ["Gulfraz Khan"], 1999, "PB-LAHORE"));

        var found = Assert.Single(index.Find(new NameQuery("Zarmina Bibi", "گلفراز", 2000, "PB-LAHORE"), 10));

        Assert.Equal([NameReason.SoundsAlike, NameReason.SameParent, NameReason.SameAge, NameReason.SameDistrict], found.Reasons);
        Assert.Equal([NameReason.SameName], Assert.Single(index.Find(new NameQuery("زرمینہ بی بی"), 10)).Reasons);
    }

    [Fact]
    public void Somebody_else_is_not_found()
    {
        using var index = Filed("Muhammad Yousaf", "Zarmeena");
        Assert.Empty(index.Find(new NameQuery("Kashif"), 10));
        Assert.Empty(index.Find(new NameQuery(""), 10));
        Assert.Empty(index.Find(new NameQuery("123 !?"), 10));
    }

    [Fact]
    public void Who_was_renamed_or_taken_out_is_not_found_under_the_old_name()
    {
        using var index = Filed("Muhammad Yousaf", "Zarmeena");
        index.Put(Id(0), new NamedPerson(["Kashif"], [], null, null));
        index.Remove(Id(1));

        Assert.Empty(index.Find(new NameQuery("Yousaf"), 10));
        Assert.Empty(index.Find(new NameQuery("Zarmeena"), 10));
        Assert.Equal(Id(0), Assert.Single(index.Find(new NameQuery("کاشف"), 10)).Id);
        Assert.Equal(1, index.Count);
    }

    /// <summary>TIPSOM_NAMES=1000000 fills it as the whole country would; every run takes fewer.</summary>
    [Fact]
    public void A_search_among_many_is_quick()
    {
        var many = int.Parse(Environment.GetEnvironmentVariable("TIPSOM_NAMES") ?? "50000", CultureInfo.InvariantCulture);
        var names = Name.All;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        using var index = new NameIndex();
        for (var i = 0; i < many; i++)
            index.Put(new Guid(i, 0, 0, new byte[8]), Decoy(i, names));
        var built = watch.Elapsed;
        var took = Enumerable.Range(0, 100).Select(i => Pair.Of(i, names)).Select(pair =>
        {
            watch.Restart();
            index.Find(new NameQuery(pair.Asked, pair.AskedParent), 10);
            return watch.Elapsed.TotalMilliseconds;
        }).Order().ToList();

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{many} people: built in {built.TotalSeconds:F1} s, {(GC.GetTotalMemory(true) - before) >> 20} MB; a search takes {took[50]:F1} ms in the middle, {took[95]:F1} ms for 95 of 100"));
        Assert.True(took[50] < 100, $"{took[50]} ms");
    }

    private static (Name First, Name Second) DecoysNames(int i, IReadOnlyList<Name> names) =>
        (names[(int)(i * 31L % names.Count)], names[(int)(((i / names.Count * 17L) + (i * 7L) + 3) % names.Count)]);

    private static NamedPerson Decoy(int i, IReadOnlyList<Name> names)
    {
        var (first, second) = DecoysNames(i, names);
        var father = names[(int)(((i * 11L) + 1) % names.Count)];
        return new NamedPerson([$"{first.Spelling(i)} {second.Spelling(i + 1)}"], [father.Spelling(i + 2)], 1960 + (i % 55), null);
    }

    private static int PlaceOf(Guid id, IReadOnlyList<NameMatch> found)
    {
        var at = found.ToList().FindIndex(match => match.Id == id);
        return at < 0 ? int.MaxValue : at + 1;
    }

    private static double Share(List<int> places, int within) => (double)places.Count(place => place <= within) / places.Count;

    private static NameIndex Filed(params string[] names)
    {
        var index = new NameIndex();
        for (var i = 0; i < names.Length; i++)
            index.Put(Id(i), new NamedPerson([names[i]], [], null, null));
        return index;
    }

    private static Guid Id(int number) => new(number + 1, 0, 0, new byte[8]);
}
