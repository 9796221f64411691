using TipSom.Domain.Finding;

namespace TipSom.Domain.Tests.Finding;

public sealed class SearchTests
{
    private static readonly string Case = RecordNumber.Draw(RecordNumber.CasePrefix, 2026), Referral = RecordNumber.Draw(RecordNumber.ReferralPrefix, 2026);

    public static TheoryData<string, SearchKind, string> Typed => new()
    {
        { Case, SearchKind.CaseNumber, Case },
        { $" {Case.ToLowerInvariant()} ", SearchKind.CaseNumber, Case },
        { Referral, SearchKind.ReferralNumber, Referral },
        { "123/2026", SearchKind.StationReference, "123/2026" },
        { "90000-1234567-1", SearchKind.IdentityNumber, "9000012345671" },
        { "AB 1234567", SearchKind.IdentityNumber, "AB1234567" },
        { "0399-0000123", SearchKind.Phone, "3990000123" },
        { "+92 399 0000123", SearchKind.Phone, "3990000123" },
        { "0092 399 0000123", SearchKind.Phone, "3990000123" },
        { "Zarmeena Bibi", SearchKind.Name, "Zarmeena Bibi" },
        { "زرمینہ", SearchKind.Name, "زرمینہ" },
        { "Zarmeena", SearchKind.Name, "Zarmeena" }
    };

    [Theory]
    [MemberData(nameof(Typed))]
    public void What_was_typed_is_read_as_what_it_is(string typed, SearchKind kind, string text) =>
        Assert.Equal((kind, text), (SearchTerm.Read(typed).Kind, SearchTerm.Read(typed).Text));

    [Fact]
    public void It_never_prints_what_it_holds() => Assert.DoesNotContain("Zarmeena", SearchTerm.Read("Zarmeena").ToString());

    [Fact]
    public void The_sixty_first_search_of_an_hour_is_refused()
    {
        Search.Allow(59);

        Assert.Equal(Search.TooMany, Assert.Throws<RuleBrokenException>(() => Search.Allow(Search.MostAnHour)).Sentence);
        Assert.Contains($"{Search.MostAnHour}", Search.TooMany);
    }
}
