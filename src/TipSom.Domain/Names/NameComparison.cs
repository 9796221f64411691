namespace TipSom.Domain.Names;

/// <summary>Compares one name that was asked for with many, word by word.</summary>
internal sealed class NameComparison(NameQuery query)
{
    // Less alike than this are two names.
    private const double LeastLikeness = 0.6;
    private const double WeakWord = 0.3;

    // Yousaf Ali is more likely not Ali Yousaf; but many leave a word out before.
    private const double Misplaced = 0.9;

    private readonly Dictionary<(string, string), double> likenesses = [];

    public NameQuery Query => query;

    public IReadOnlyList<NameWord> Name { get; } = NameText.Read(query.Name);

    public IReadOnlyList<NameWord> Parent { get; } = NameText.Read(query.Parent);

    /// <summary>How alike the likest of a person's names is to what was asked for: from 1, the same, to 0.</summary>
    public double Compare(IEnumerable<IEnumerable<NameWord>> names, IReadOnlyList<NameWord> asked)
    {
        var best = 0.0;
        foreach (var name in names)
        {
            // What was asked for must be there; what else is there counts less, for people say more of their name one day than another.
            var words = name.ToList();
            best = Math.Max(best, (0.7 * FoundIn(asked, words)) + (0.3 * FoundIn(words, asked)));
        }

        return best;
    }

    /// <summary>How much of the one name is in the other.</summary>
    private double FoundIn(IReadOnlyList<NameWord> one, IReadOnlyList<NameWord> other)
    {
        var (found, all) = (0.0, 0.0);
        foreach (var position in one.Where(w => !w.IsPair).GroupBy(w => w.Position))
        {
            var weight = position.All(w => w.IsWeak) ? WeakWord : 1;
            // Two words that others write as one, and one that others write as two.
            var inPairs = one.Where(w => w.IsPair && (w.Position == position.Key || w.Position == position.Key - 1))
                .SelectMany(_ => other.Where(o => !o.IsPair), Likeness);
            var best = position.SelectMany(_ => other, Likeness).Concat(inPairs).DefaultIfEmpty().Max();
            found += weight * (best < LeastLikeness ? 0 : best);
            all += weight;
        }

        return all == 0 ? 0 : found / all;
    }

    private double Likeness(NameWord one, NameWord other)
    {
        var inItsPlace = one.Position == other.Position ? 1 : Misplaced;
        if (!likenesses.TryGetValue((one.Spelling, other.Spelling), out var likeness))
            likenesses.Add((one.Spelling, other.Spelling), likeness = SpellingDistance.Likeness(one.Spelling, other.Spelling));
        return likeness * inItsPlace;
    }
}
