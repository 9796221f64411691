using TipSom.Domain.Names;

namespace TipSom.Domain.Tests.Names;

public sealed class PersonIndexTests(ITestOutputHelper output)
{
    private static readonly Guid Here = Guid.NewGuid(), Above = Guid.NewGuid(), Elsewhere = Guid.NewGuid();

    [Fact]
    public void A_search_is_held_to_what_the_unit_sees_before_it_is_cut()
    {
        using var index = new PersonIndex();
        for (var i = 0; i < 2_000; i++)
            index.Put(Guid.NewGuid(), Person("Zarmeena Bibi", Elsewhere));
        var mine = Guid.NewGuid();
        index.Put(mine, Person("Zarmina Bano", Here, Above));

        foreach (var unit in new[] { Here, Above })
            Assert.Equal(mine, Assert.Single(index.Named(new NameQuery("زرمینہ"), Sight.Of(unit), 10)).Id);
        Assert.Empty(index.Named(new NameQuery("زرمینہ"), Sight.Of(Guid.NewGuid()), 10));
        Assert.DoesNotContain(index.Named(new NameQuery("زرمینہ"), Sight.Beyond(Here), 5_000), m => m.Id == mine);
    }

    [Fact]
    public void A_number_finds_everybody_under_it_and_nobody_who_lost_it()
    {
        using var index = new PersonIndex();
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
        index.Put(first, Person("Yousaf", Here) with { Keys = [7] });
        index.Put(second, Person("Kashif", Elsewhere) with { Keys = [7, 8] });

        Assert.Equal([first], index.WithKey(7, Sight.Of(Here)));
        Assert.Equal([second], index.WithKey(7, Sight.Beyond(Here)));
        index.Put(first, Person("Yousaf", Here) with { Keys = [9] });
        Assert.Empty(index.WithKey(7, Sight.Of(Here)));
        Assert.Equal([second], index.WithKey(7, Sight.Of(Elsewhere)));
        index.Remove(second);
        Assert.Empty(index.WithKey(7, Sight.Of(Elsewhere)));
        Assert.Equal([first], index.WithKey(9, Sight.Of(Here)));
    }

    [Fact]
    public void Who_comes_into_sight_is_found_and_who_leaves_it_is_not()
    {
        using var index = new PersonIndex();
        var id = Guid.NewGuid();
        index.Put(id, Person("Zarmeena", Elsewhere));
        index.Put(id, Person("Zarmeena", Here));

        Assert.Equal(id, Assert.Single(index.Named(new NameQuery("Zarmina"), Sight.Of(Here), 10)).Id);
        Assert.Empty(index.Named(new NameQuery("Zarmina"), Sight.Of(Elsewhere), 10));
        index.Remove(id);
        Assert.Empty(index.Named(new NameQuery("Zarmina"), Sight.Of(Here), 10));
        Assert.Null(index.CaseOf(id));
    }

    [Fact]
    public void Many_changes_leave_everybody_findable_under_the_last_name_only()
    {
        using var index = new NameIndex();
        var ids = Enumerable.Range(0, 50).Select(_ => Guid.NewGuid()).ToList();
        for (var round = 0; round < 500; round++)
        {
            foreach (var id in ids)
                index.Put(id, new NamedPerson([round % 2 == 0 ? "Kashif Raza" : "Zarmeena Gul"], ["Gulfraz"], null, null));
        }

        Assert.Equal(50, index.Count);
        Assert.DoesNotContain(index.Find(new NameQuery("Kashif Raza", "Gulfraz"), 100), m => m.Score > 0.7);
        Assert.Equal(50, index.Find(new NameQuery("Zarmina Gul", "گلفراز"), 100).Count);
    }

    [Fact]
    public void Beyond_the_own_sight_a_name_alone_is_not_enough()
    {
        using var index = new PersonIndex();
        index.Put(Guid.NewGuid(), new IndexedPerson(Guid.NewGuid(), new NamedPerson(["Zarmeena Bibi"], ["Gulfraz Khan"], 1999, "PB-LAHORE"), [], [Elsewhere]));

        Assert.Empty(index.SurelyNamedBeyond(new NameQuery("Zarmeena Bibi", null, 1999, "PB-LAHORE"), Here, 5));
        Assert.Empty(index.SurelyNamedBeyond(new NameQuery("Zarmeena Bibi", "Kashif"), Here, 5));
        Assert.Empty(index.SurelyNamedBeyond(new NameQuery("Nasreen", "Gulfraz Khan"), Here, 5));
        Assert.Single(index.SurelyNamedBeyond(new NameQuery("Zarmina Bibi", "گلفراز خان"), Here, 5));
    }

    /// <summary>What stands in <see cref="PersonIndex.Strong"/>: on the labelled list, how many right ones and how many decoys reach it.</summary>
    [Fact]
    public void The_threshold_beyond_the_own_sight_lets_few_decoys_through()
    {
        var names = Name.All;
        using var index = new PersonIndex();
        var pairs = Enumerable.Range(0, 480).Select(i => Pair.Of(i, names)).ToList();
        foreach (var pair in pairs)
            index.Put(pair.Id, new IndexedPerson(Guid.Empty, new NamedPerson([pair.Filed], [pair.FiledParent], null, null), [], [Elsewhere]));
        for (var i = 0; i < 20_000; i++)
        {
            var (first, second, father) = (names[(int)(i * 31L % names.Count)], names[((i / names.Count * 17) + (i * 7) + 3) % names.Count], names[(i * 11 + 1) % names.Count]);
            index.Put(Guid.NewGuid(), new IndexedPerson(
                Guid.Empty, new NamedPerson([$"{first.Spelling(i)} {second.Spelling(i + 1)}"], [father.Spelling(i + 2)], null, null), [], [Elsewhere]));
        }

        var found = pairs.SelectMany(pair => index.SurelyNamedBeyond(new NameQuery(pair.Asked, pair.AskedParent), Here, 50, least: 0.8)
            .Select(match => (IsRight: match.Id == pair.Id, match.Score))).ToList();
        foreach (var least in new[] { 0.8, 0.85, 0.88, 0.9, 0.92, 0.94, 0.96, 0.98 })
            output.WriteLine($"from {least} on: {found.Count(f => f.IsRight && f.Score >= least)} of {pairs.Count} right ones, {found.Count(f => !f.IsRight && f.Score >= least)} decoys in {pairs.Count} searches among {index.Count}");
        var (right, wrong) = (found.Count(f => f.IsRight && f.Score >= PersonIndex.Strong), found.Count(f => !f.IsRight && f.Score >= PersonIndex.Strong));
        Assert.True(right >= pairs.Count * 0.85);
        Assert.True(wrong <= pairs.Count * 0.1);
    }

    private static IndexedPerson Person(string name, params Guid[] units) => new(Guid.NewGuid(), new NamedPerson([name], [], null, null), [], units);
}
