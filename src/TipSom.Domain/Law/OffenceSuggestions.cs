using TipSom.Domain.Cases;
using TipSom.Domain.Victims;

namespace TipSom.Domain.Law;

/// <summary>Which sections the facts speak for, with the reason. The officer chooses; nothing is ever refused because it was not suggested.</summary>
public static class OffenceSuggestions
{
    private static readonly OffenceCircumstance[] OfSection4 =
    [
        OffenceCircumstance.SeriousInjury, OffenceCircumstance.OrganisedGroup, OffenceCircumstance.DocumentTaken, OffenceCircumstance.RepeatOffender
    ];

    /// <summary>The suggestions, the main section first; each offence once.</summary>
    public static IReadOnlyList<OffenceSuggestion> Of(OffenceFacts facts) =>
    [
        .. (facts.Kind == CaseKind.Trafficking ? Trafficking(facts) : Smuggling(facts))
            .Concat(Besides(facts)).Concat(PenalCode(facts)).DistinctBy(s => s.Code)
    ];

    private static IEnumerable<OffenceSuggestion> Trafficking(OffenceFacts facts)
    {
        var (women, children) = (facts.Victims.Any(v => v.Sex == Sex.Female), facts.Victims.Any(v => v.Age.CountsAsChild));
        foreach (var text in Texts(facts, facts.Amendments.Trafficking, "PTPA18", "PTPA"))
        {
            if (children)
                yield return new($"{text}-3-2", "A victim is a child, or may be: force, fraud or coercion need not be shown.");
            else if (women)
                yield return new($"{text}-3-2", "A victim is a woman.");
            if (facts.Victims.Any(v => v.Sex != Sex.Female && !v.Age.CountsAsChild) || facts.Victims.Count == 0)
                yield return new($"{text}-3-1", "A victim is an adult who is not a woman.");
            if (OfSection4.Any(facts.Circumstances.Contains))
                yield return new($"{text}-4", "Injury or death, an organised group, a document taken or a repeat offender makes it aggravated.");
        }
    }

    private static IEnumerable<OffenceSuggestion> Smuggling(OffenceFacts facts)
    {
        if (facts.From < facts.Amendments.Smuggling)
            yield return new("PSMA18-3", "People were smuggled across a border for a benefit, before the text of 2025.");
        if (facts.To < facts.Amendments.Smuggling)
            yield break;
        yield return new("PSMA-3", "People were smuggled across a border for a benefit.");
        if (facts.Circumstances.Contains(OffenceCircumstance.FalseDocument))
            yield return new("PSMA-4", "A document was made, got or used for it.");
        if (facts.Circumstances.Contains(OffenceCircumstance.Harbouring))
            yield return new("PSMA-5", "People who were here illegally were harboured for a benefit.");
        if (facts.Circumstances.Contains(OffenceCircumstance.SeriousInjury) || facts.Circumstances.Contains(OffenceCircumstance.OrganisedGroup))
            yield return new("PSMA-6", "Injury, death or an organised group makes the smuggling aggravated.");
    }

    private static IEnumerable<OffenceSuggestion> Besides(OffenceFacts facts)
    {
        if (facts.Circumstances.Contains(OffenceCircumstance.BondedLabour) || facts.ExploitationCodes.Contains("FL-BOND"))
            yield return new("BLSA-11", "Work was extracted for a debt or an advance.");
        if (facts.ExploitationCodes.Contains("ORG"))
            yield return new("THOTA-11", "An organ was taken or traded.");
        if (facts.Circumstances.Contains(OffenceCircumstance.FakeJobAbroad))
            yield return new("EMO-22", "Money was taken for a job abroad.");
        if (facts.Kind == CaseKind.Trafficking && facts.Circumstances.Contains(OffenceCircumstance.FalseDocument))
            yield return new("PPC-471", "A forged document was used.");
        if (facts.ExploitationCodes.Contains("FM") && facts.Victims.Any(v => v.Sex == Sex.Female))
            yield return new("PPC-498B", "A woman or girl was married against her will.");
        if (facts.Circumstances.Contains(OffenceCircumstance.SoldForProstitution))
        {
            yield return new("PPC-371A", "A person was sold for prostitution.");
            yield return new("PPC-371B", "A person was bought for prostitution.");
        }

        if (facts.Circumstances.Contains(OffenceCircumstance.HeldCaptive))
            yield return new("PPC-344", "A person was held against their will; for ten days or more.");
    }

    // Ages of the Penal Code: s. 361 under 14 (boy) or 16 (girl), 364-A under 14, 366-A girl under 18, 366-B girl under 21 from abroad, 369 under 10.
    private static IEnumerable<OffenceSuggestion> PenalCode(OffenceFacts facts)
    {
        if (!facts.Circumstances.Contains(OffenceCircumstance.TakenAway))
            yield break;
        if (facts.Victims.Any(v => v.IsUnder(v.Sex == Sex.Female ? 16 : 14)))
            yield return new("PPC-363", "Taken from a guardian: a boy under 14 or a girl under 16.");
        if (facts.Victims.Any(v => v.IsUnder(14)))
            yield return new("PPC-364A", "A child under 14 was taken.");
        if (facts.Victims.Any(v => v.Sex == Sex.Female && v.IsUnder(18)))
            yield return new("PPC-366A", "A girl under 18 was procured.");
        if (facts.Border == BorderCrossing.AcrossBorder && facts.Victims.Any(v => v.Sex == Sex.Female && v.IsUnder(21)))
            yield return new("PPC-366B", "A girl under 21 was brought from abroad.");
        if (facts.Victims.Any(v => v.IsUnder(10)))
            yield return new("PPC-369", "A child under 10 was taken; where it was to steal from the child.");
    }

    private static IEnumerable<string> Texts(OffenceFacts facts, DateOnly amended, string before, string since)
    {
        if (facts.From < amended)
            yield return before;
        if (facts.To >= amended)
            yield return since;
    }
}

/// <summary>An offence the facts speak for.</summary>
/// <param name="Code">The offence of the catalogue.</param>
/// <param name="Reason">Why, in a plain sentence.</param>
public sealed record OffenceSuggestion(string Code, string Reason);
