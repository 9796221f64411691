using TipSom.Domain.Agencies;
using TipSom.Domain.Cases;
using TipSom.Domain.Victims;

namespace TipSom.Domain.Tests.Cases;

public sealed class CaseTests
{
    private static readonly CaseFacts Facts = new(CaseKind.Trafficking, A.Lahore, BorderCrossing.AcrossBorder, StationReference: null);

    [Fact]
    public void A_case_is_held_by_the_unit_of_who_logged_it()
    {
        var @case = A.Case(facts: Facts);

        Assert.Equal((A.Officer.UnitId, A.PoliceAgency), (@case.HoldingUnitId, @case.HoldingAgencyId));
        Assert.Equal((A.Officer.UserId, A.Officer.Name), (@case.LoggedById, @case.LoggedByName));
        Assert.Equal((A.Now, A.Now, CaseStatus.Open, true), (@case.LoggedAt, @case.UpdatedAt, @case.Status, @case.IsOpen));
        Assert.Equal((CaseKind.Trafficking, BorderCrossing.AcrossBorder, A.Lahore), (@case.Kind, @case.Border, @case.DistrictCode));
        Assert.Equal(AgencyKind.Fia, @case.ProposedLead);
        Assert.Null(@case.StationReference);
        Assert.Null(@case.SealedNarrative);
    }

    [Fact]
    public void Its_number_can_be_read_back()
    {
        var @case = A.Case();

        Assert.True(RecordNumber.TryParse(@case.Number, RecordNumber.CasePrefix, out var number));
        Assert.Equal(@case.Number, number);
        Assert.StartsWith("TS-2026-", @case.Number, StringComparison.Ordinal);
    }

    [Fact]
    public void Logging_adds_the_first_person_and_the_first_line()
    {
        var @case = A.Case(A.Person(Safety.NotSafe, Sex.Male, age: 40));

        var person = Assert.Single(@case.Victims);
        Assert.Equal((@case.Id, 1, Sex.Male, 40), (person.CaseId, person.Position, person.Sex, person.Age.Years!.Value));
        var line = Assert.Single(@case.Events);
        Assert.Equal((CaseEventKind.Logged, A.Now, null, null), (line.Kind, line.At, line.Person, line.ReferralNumber));
        Assert.Equal((@case.Id, A.Officer.UserId, A.Officer.UnitId, A.Officer.Name), (line.CaseId, line.ActorId, line.ActorUnitId, line.ActorName));
    }

    [Fact]
    public void Adding_a_person_numbers_it_and_writes_a_line()
    {
        var @case = A.Case();

        var second = @case.AddPerson(A.Person(age: null), A.Caseworker, A.Later);
        var third = @case.AddPerson(A.Person(), A.Caseworker, A.Later);

        Assert.Equal((2, 3), (second.Position, third.Position));
        Assert.Equal([1, 2, 3], @case.Victims.Select(v => v.Position));
        Assert.Equal([(CaseEventKind.Logged, null), (CaseEventKind.PersonAdded, 2), (CaseEventKind.PersonAdded, (int?)3)],
            @case.Events.Select(e => (e.Kind, e.Person)));
        Assert.Equal((A.Caseworker.UserId, A.Later), (@case.Events[^1].ActorId, @case.UpdatedAt));
    }

    [Fact]
    public void A_person_with_an_impossible_age_is_not_half_added()
    {
        var @case = A.Case();

        Assert.Throws<RuleBrokenException>(() => @case.AddPerson(A.Person(age: -1), A.Officer, A.Later));

        Assert.Single(@case.Victims);
        Assert.Single(@case.Events);
        Assert.Equal(A.Now, @case.UpdatedAt);
    }

    [Fact]
    public void A_line_on_the_timeline_moves_the_last_change()
    {
        var @case = A.Case();

        @case.Record(CaseEventKind.ConsentGiven, A.Officer, A.Later, person: 1);

        Assert.Equal((CaseEventKind.ConsentGiven, (int?)1, A.Later), (@case.Events[^1].Kind, @case.Events[^1].Person, @case.UpdatedAt));
    }

    [Fact]
    public void The_narrative_is_kept_sealed()
    {
        var @case = A.Case();

        @case.KeepNarrative([7, 7]);

        Assert.Equal([7, 7], @case.SealedNarrative);
    }

    [Fact]
    public void A_malformed_station_reference_is_refused()
    {
        var refusal = Assert.Throws<RuleBrokenException>(() => A.Case(facts: Facts with { StationReference = "123-2026" }));

        Assert.Equal("Enter the number and the year, for example 123/2026, or leave it empty.", refusal.Sentence);
    }

    [Theory]
    [InlineData("1/2026")]
    [InlineData("123/2026")]
    [InlineData("999999/2026")]
    public void A_serial_and_a_year_make_a_station_reference(string text)
    {
        Assert.True(StationReference.IsValid(text));
        Assert.True(text.Length <= StationReference.MaxLength);
        Assert.Equal(text, A.Case(facts: Facts with { StationReference = text }).StationReference);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/2026")]
    [InlineData("123/")]
    [InlineData("123/26")]
    [InlineData("123/20266")]
    [InlineData("1234567/2026")]
    [InlineData("123-2026")]
    [InlineData("123 /2026")]
    [InlineData(" 123/2026")]
    [InlineData("123/2026\n")]
    [InlineData("\n123/2026")]
    [InlineData("۱۲۳/۲۰۲۶")]
    [InlineData("FIR 123/2026")]
    public void Anything_else_does_not(string text) => Assert.False(StationReference.IsValid(text));

    [Theory]
    [InlineData(CaseKind.Trafficking, BorderCrossing.InsidePakistan, AgencyKind.Police)]
    [InlineData(CaseKind.Trafficking, BorderCrossing.Unknown, AgencyKind.Police)]
    [InlineData(CaseKind.Trafficking, BorderCrossing.AcrossBorder, AgencyKind.Fia)]
    [InlineData(CaseKind.Smuggling, BorderCrossing.InsidePakistan, AgencyKind.Fia)]
    [InlineData(CaseKind.Smuggling, BorderCrossing.Unknown, AgencyKind.Fia)]
    [InlineData(CaseKind.Smuggling, BorderCrossing.AcrossBorder, AgencyKind.Fia)]
    public void Police_lead_inside_the_country_and_fia_across_the_border(CaseKind kind, BorderCrossing border, AgencyKind lead) =>
        Assert.Equal(lead, Jurisdiction.ProposedLead(kind, border));

    [Fact]
    public void Every_case_has_a_proposed_lead() => Assert.All(
        from kind in Enum.GetValues<CaseKind>() from border in Enum.GetValues<BorderCrossing>() select (kind, border),
        pair => Assert.True(Jurisdiction.ProposedLead(pair.kind, pair.border) is AgencyKind.Fia or AgencyKind.Police));
}
