using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Domain.Victims;

namespace TipSom.Domain.Assessment;

/// <summary>The answers about one person's indicators as somebody saved them once. Earlier ones stay.</summary>
public sealed class IndicatorScreening
{
    private List<string> present = [];
    private List<string> absent = [];
    private List<string> unknown = [];

    private IndicatorScreening() { }

    /// <summary>Internal id; what the seal is bound to.</summary>
    public Guid Id { get; private set; }

    /// <summary>Whose.</summary>
    public Guid VictimId { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>1, 2, 3 … for the person.</summary>
    public int Version { get; private set; }

    /// <summary>Who wrote it, and when.</summary>
    public Writing Written { get; private set; } = null!;

    /// <summary>Whether the list for children was used.</summary>
    public bool ForChild { get; private set; }

    /// <summary>Codes answered with yes.</summary>
    public IReadOnlyList<string> Present => present;

    /// <summary>Codes answered with no.</summary>
    public IReadOnlyList<string> Absent => absent;

    /// <summary>Codes asked and not known.</summary>
    public IReadOnlyList<string> Unknown => unknown;

    /// <summary>Ciphertext of the notes, by dimension; null where none was written.</summary>
    public byte[]? SealedNotes { get; private set; }

    /// <summary>The answers by code; what is missing was not asked.</summary>
    public IReadOnlyDictionary<string, IndicatorAnswer> Answers => present.Select(code => (Code: code, Answer: IndicatorAnswer.Yes))
        .Concat(absent.Select(code => (Code: code, Answer: IndicatorAnswer.No))).Concat(unknown.Select(code => (Code: code, Answer: IndicatorAnswer.Unknown)))
        .ToDictionary(a => a.Code, a => a.Answer);

    /// <summary>Keeps answers. Refuses an indicator that is not on the list for this person, and a saving without any answer.</summary>
    public static IndicatorScreening Record(
        Guid id, Case @case, Victim victim, IEnumerable<Indicator> indicators, IReadOnlyDictionary<string, IndicatorAnswer> answers, byte[]? sealedNotes,
        Versions versions, Actor by, DateTimeOffset now)
    {
        var isChild = victim.CountsAsChild;
        var list = indicators.Where(i => i.WeightFor(isChild) is not null).Select(i => i.Code).ToHashSet();
        var given = answers.Where(a => a.Value != IndicatorAnswer.NotAsked).ToList();
        if (given.Any(a => !list.Contains(a.Key)))
            throw new RuleBrokenException("This indicator is not on the list for this person.");
        if (given.Count == 0)
            throw new RuleBrokenException("Answer at least one question before you save.");
        List<string> With(IndicatorAnswer answer) => [.. given.Where(a => a.Value == answer).Select(a => a.Key).Order(StringComparer.Ordinal)];
        return new IndicatorScreening
        {
            Id = id,
            VictimId = victim.Id,
            CaseId = victim.CaseId,
            Version = versions.Next,
            Written = Writing.Of(@case, by, now),
            ForChild = isChild,
            present = With(IndicatorAnswer.Yes),
            absent = With(IndicatorAnswer.No),
            unknown = With(IndicatorAnswer.Unknown),
            SealedNotes = sealedNotes
        };
    }

    /// <summary>What the answers say together, by the list they were asked from.</summary>
    public IndicatorReading Read(IEnumerable<Indicator> indicators) => IndicatorReading.Of(indicators, Answers, ForChild);
}
