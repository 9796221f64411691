using TipSom.Domain.Cases;
using TipSom.Domain.Law;
using TipSom.Domain.Victims;

namespace TipSom.Domain.Tests.Law;

public sealed class OffenceSuggestionsTests
{
    private static readonly DateOnly Day = new(2026, 2, 1);

    private static readonly OffenceFacts Facts = new(
        CaseKind.Trafficking, BorderCrossing.InsidePakistan, Day, Day, [Man()], [], [], new AmendmentDays(new(2025, 4, 23), new(2025, 4, 21)));

    [Fact]
    public void An_adult_man_stands_under_the_first_subsection_a_woman_or_child_under_the_second()
    {
        Assert.Equal(["PTPA-3-1"], Codes(Facts));
        Assert.Equal(["PTPA-3-2"], Codes(Facts with { Victims = [Woman(30)] }));
        Assert.Equal(["PTPA-3-2"], Codes(Facts with { Victims = [Man(16)] }));
        Assert.Equal(["PTPA-3-2"], Codes(Facts with { Victims = [Man(null)] }));
        Assert.Equal(["PTPA-3-2", "PTPA-3-1"], Codes(Facts with { Victims = [Woman(30), Man()] }));
        Assert.Equal("A victim is a woman.", OffenceSuggestions.Of(Facts with { Victims = [Woman(30)] })[0].Reason);
    }

    [Theory]
    [InlineData(OffenceCircumstance.SeriousInjury)]
    [InlineData(OffenceCircumstance.OrganisedGroup)]
    [InlineData(OffenceCircumstance.DocumentTaken)]
    [InlineData(OffenceCircumstance.RepeatOffender)]
    public void Each_aggravation_brings_section_four(OffenceCircumstance circumstance) =>
        Assert.Equal(["PTPA-3-1", "PTPA-4"], Codes(Facts with { Circumstances = [circumstance] }));

    [Fact]
    public void Smuggling_has_its_own_sections()
    {
        var smuggling = Facts with { Kind = CaseKind.Smuggling, Border = BorderCrossing.AcrossBorder };

        Assert.Equal(["PSMA-3"], Codes(smuggling));
        Assert.Equal(
            ["PSMA-3", "PSMA-4", "PSMA-5", "PSMA-6"],
            Codes(smuggling with { Circumstances = [OffenceCircumstance.FalseDocument, OffenceCircumstance.Harbouring, OffenceCircumstance.OrganisedGroup] }));
        Assert.Equal(["PSMA18-3"], Codes(smuggling with { From = new(2024, 1, 1), To = new(2024, 1, 1) }));
    }

    [Fact]
    public void A_period_over_the_amendment_brings_both_texts() =>
        Assert.Equal(["PTPA18-3-1", "PTPA-3-1"], Codes(Facts with { From = new(2025, 4, 22), To = new(2025, 4, 23) }));

    [Theory]
    [InlineData("FL-BOND", "BLSA-11")]
    [InlineData("ORG", "THOTA-11")]
    public void What_a_person_was_exploited_for_brings_its_act(string exploitation, string code) =>
        Assert.Contains(code, Codes(Facts with { ExploitationCodes = [exploitation] }));

    [Fact]
    public void A_forced_marriage_is_that_of_a_woman_or_girl()
    {
        Assert.DoesNotContain("PPC-498B", Codes(Facts with { ExploitationCodes = ["FM"] }));
        Assert.Contains("PPC-498B", Codes(Facts with { ExploitationCodes = ["FM"], Victims = [Woman(20)] }));
    }

    [Theory]
    [InlineData(OffenceCircumstance.BondedLabour, "BLSA-11")]
    [InlineData(OffenceCircumstance.FakeJobAbroad, "EMO-22")]
    [InlineData(OffenceCircumstance.FalseDocument, "PPC-471")]
    [InlineData(OffenceCircumstance.SoldForProstitution, "PPC-371A")]
    [InlineData(OffenceCircumstance.SoldForProstitution, "PPC-371B")]
    [InlineData(OffenceCircumstance.HeldCaptive, "PPC-344")]
    public void A_circumstance_brings_its_section(OffenceCircumstance circumstance, string code) =>
        Assert.Contains(code, Codes(Facts with { Circumstances = [circumstance] }));

    [Theory]
    [InlineData(Sex.Male, 13, "PPC-363 PPC-364A")]
    [InlineData(Sex.Male, 14, "")]
    [InlineData(Sex.Female, 15, "PPC-363 PPC-366A PPC-366B")]
    [InlineData(Sex.Female, 16, "PPC-366A PPC-366B")]
    [InlineData(Sex.Female, 18, "PPC-366B")]
    [InlineData(Sex.Female, 21, "")]
    [InlineData(Sex.Male, 9, "PPC-363 PPC-364A PPC-369")]
    [InlineData(Sex.Male, 10, "PPC-363 PPC-364A")]
    public void The_penal_code_s_limits_of_age_hold_where_somebody_was_taken_away(Sex sex, int age, string codes)
    {
        var facts = Facts with
        {
            Border = BorderCrossing.AcrossBorder,
            Victims = [new OffenceVictim(sex, new Age(age, false))],
            Circumstances = [OffenceCircumstance.TakenAway]
        };

        Assert.Equal(codes, string.Join(' ', Codes(facts).Where(c => c.StartsWith("PPC", StringComparison.Ordinal))));
        Assert.DoesNotContain(Codes(facts with { Circumstances = [] }), c => c.StartsWith("PPC", StringComparison.Ordinal));
        Assert.DoesNotContain("PPC-366B", Codes(facts with { Border = BorderCrossing.InsidePakistan }));
    }

    [Fact]
    public void Each_offence_is_suggested_once_with_a_reason()
    {
        var all = OffenceSuggestions.Of(Facts with
        {
            Victims = [Woman(9), Man()],
            ExploitationCodes = ["FL-BOND", "ORG", "FM"],
            Circumstances = Enum.GetValues<OffenceCircumstance>()
        });

        Assert.Equal(all.Select(s => s.Code).Distinct(), all.Select(s => s.Code));
        Assert.All(all, s => Assert.EndsWith(".", s.Reason, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Codes(OffenceFacts facts) => OffenceSuggestions.Of(facts).Select(s => s.Code);

    private static OffenceVictim Woman(int age) => new(Sex.Female, new Age(age, false));

    private static OffenceVictim Man(int? age = 30) => new(Sex.Male, new Age(age, false));
}
