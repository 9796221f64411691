namespace TipSom.Domain.Tests.Names;

/// <summary>A name and how people write it.</summary>
internal sealed record Name(string Urdu, IReadOnlyList<string> Roman)
{
    public static IReadOnlyList<Name> All { get; } =
    [
        .. File.ReadLines(Repository.PathOf("tests/TipSom.Domain.Tests/Names/names.csv")).Skip(1)
            .Select(line => line.Split(',')).Select(cells => new Name(cells[1], cells[2].Split('|')))
    ];

    /// <summary>One of its spellings, in either script.</summary>
    public string Spelling(int which) => which % 2 == 0 ? Urdu : Roman[which / 2 % Roman.Count];
}

/// <summary>One person as filed, and as asked for by somebody who spells otherwise.</summary>
internal sealed record Pair(Guid Id, string Filed, string FiledParent, string Asked, string AskedParent)
{
    public static (Name First, Name Second, Name Father) NamesOf(int i, IReadOnlyList<Name> names) => (
        names[((i * 5) + 2) % names.Count], names[((i * 23) + (i / names.Count) + 40) % names.Count], names[((i * 3) + 70) % names.Count]);

    public static Pair Of(int i, IReadOnlyList<Name> names)
    {
        var (first, second, father) = NamesOf(i, names);
        // In turn: filed in Urdu, filed in Roman letters, and Roman spellings of both.
        Func<Name, string> filed = (i % 3) switch { 0 => n => n.Urdu, 1 => n => n.Roman[0], _ => n => n.Roman[^1] };
        Func<Name, string> asked = (i % 3) switch { 0 => n => n.Roman[i % n.Roman.Count], 1 => n => n.Urdu, _ => n => n.Roman[0] };
        return new Pair(Guid.NewGuid(), $"{filed(first)} {filed(second)}", filed(father), $"{asked(first)} {asked(second)}", asked(father));
    }
}
