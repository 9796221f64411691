namespace TipSom.Domain.Reporting;

/// <summary>
/// Figures of one source for one period. A figure that is missing was not reported, which is not zero: nothing is computed from it, and the
/// page says "not available".
/// </summary>
public sealed class FigureSet(IReadOnlyDictionary<FigureCell, int> values)
{
    /// <summary>Highest figure accepted: more than this is a slip of the hand.</summary>
    public const int Highest = 99_999_999;

    /// <summary>What is refused of a figure below zero.</summary>
    public const string Negative = "Enter a whole number from 0.";

    /// <summary>What is refused where all groups are given and do not make the total.</summary>
    public const string GroupsDoNotAddUp = "The groups add up to {0}, not to this total.";

    /// <summary>What is refused where a group alone, or some of them, are more than the total.</summary>
    public const string GroupsExceedTotal = "The groups add up to {0}, which is more than this total.";

    /// <summary>What is refused of a part that is more than what it is a part of.</summary>
    public const string PartExceedsWhole = "This is a part of {0} and cannot be more.";

    private static readonly Dictionary<NationalIndicator, NationalIndicator> PartOf = new()
    {
        [NationalIndicator.ForcedLabour] = NationalIndicator.Identified,
        [NationalIndicator.SexualExploitation] = NationalIndicator.Identified,
        [NationalIndicator.OrganisedBegging] = NationalIndicator.Identified,
        [NationalIndicator.Referred] = NationalIndicator.Identified,
        [NationalIndicator.ReferredToGovernment] = NationalIndicator.Referred,
        [NationalIndicator.ReferredToNgo] = NationalIndicator.Referred,
        [NationalIndicator.InCare] = NationalIndicator.Referred
    };

    /// <summary>Nothing was reported.</summary>
    public static FigureSet Nothing { get; } = new(new Dictionary<FigureCell, int>());

    /// <summary>The figures that were reported.</summary>
    public IReadOnlyDictionary<FigureCell, int> Values => values;

    /// <summary>One figure; null where it was not reported. A total that nobody gave is the sum of its groups, where all were given.</summary>
    public int? this[FigureCell cell] =>
        values.TryGetValue(cell, out var value) ? value : cell.Category == FigureCell.Total ? SumOfGroups(cell.Indicator) : null;

    /// <summary>Everybody of an indicator; null where it was not reported.</summary>
    public int? Total(NationalIndicator indicator) => this[FigureCell.Of(indicator)];

    /// <summary>A group of an indicator; null where it was not reported.</summary>
    public int? Group(NationalIndicator indicator, PersonGroup group) => this[FigureCell.Of(indicator, group)];

    /// <summary>Whether women, men, children and transgender persons were all reported and make the total: a year without shows no breakdown.</summary>
    public bool HasPartition(NationalIndicator indicator) => SumOfGroups(indicator) is { } sum && sum == Total(indicator);

    /// <summary>The share of a group in its total, in percent.</summary>
    public decimal? Share(NationalIndicator indicator, PersonGroup group) => Percent.Of(Group(indicator, group), Total(indicator));

    /// <summary>How many of a hundred identified were referred.</summary>
    public decimal? ReferralRate => Percent.Of(Total(NationalIndicator.Referred), Total(NationalIndicator.Identified));

    /// <summary>Identified and not referred; null where one of the two was not reported.</summary>
    public int? NotReferred => Total(NationalIndicator.Identified) - Total(NationalIndicator.Referred);

    /// <summary>The figures of several who report different people, added. A figure is there where somebody reported it; a total is of all who gave it, or all groups.</summary>
    public static FigureSet Sum(IEnumerable<FigureSet> parts) =>
        new(parts.SelectMany(p => p.WithTotals()).GroupBy(v => v.Key, v => v.Value).ToDictionary(g => g.Key, g => g.Sum()));

    /// <summary>What does not fit together, each beside the figure that it concerns.</summary>
    public IReadOnlyList<FigureProblem> Problems()
    {
        var problems = values.Where(v => v.Value is < 0 or > Highest).Select(v => new FigureProblem(v.Key, Negative)).ToList();
        foreach (var indicator in Enum.GetValues<NationalIndicator>().Where(FigureCell.IsByGroup))
        {
            var sum = GroupsGiven(indicator).Sum(g => (long)g);
            var areAll = SumOfGroups(indicator) is not null;
            if (values.TryGetValue(FigureCell.Of(indicator), out var total) && sum != total && (areAll || sum > total))
                problems.Add(new(FigureCell.Of(indicator), areAll ? GroupsDoNotAddUp : GroupsExceedTotal, sum));
        }

        foreach (var (part, whole) in PartOf)
        {
            foreach (var cell in FigureCell.CellsOf(part))
            {
                var of = FigureCell.CellsOf(whole).Contains(new(whole, cell.Category)) ? new FigureCell(whole, cell.Category) : FigureCell.Of(whole);
                if (this[cell] is { } value && this[of] is { } most && value > most)
                    problems.Add(new(cell, PartExceedsWhole, most));
            }
        }

        return problems;
    }

    private IEnumerable<KeyValuePair<FigureCell, int>> WithTotals() => values.Concat(
        Enum.GetValues<NationalIndicator>().Where(i => !values.ContainsKey(FigureCell.Of(i)) && SumOfGroups(i) is not null)
            .Select(i => KeyValuePair.Create(FigureCell.Of(i), SumOfGroups(i)!.Value)));

    private IEnumerable<int> GroupsGiven(NationalIndicator indicator) =>
        FigureCell.CellsOf(indicator).Where(c => c.Category != FigureCell.Total && values.ContainsKey(c)).Select(c => values[c]);

    // Nobody has to report that none is of unknown age or sex.
    private int? SumOfGroups(NationalIndicator indicator) =>
        FigureCell.IsByGroup(indicator)
            && Enum.GetValues<PersonGroup>().All(g => g == PersonGroup.Unknown || values.ContainsKey(FigureCell.Of(indicator, g)))
            ? (int)Math.Min(int.MaxValue, GroupsGiven(indicator).Sum(g => (long)g))
            : null;
}

/// <summary>A figure that does not fit the others.</summary>
/// <param name="Cell">Which.</param>
/// <param name="Sentence">What is wrong, with <c>{0}</c> where a number stands.</param>
/// <param name="Number">The number in the sentence.</param>
public sealed record FigureProblem(FigureCell Cell, string Sentence, long? Number = null);
