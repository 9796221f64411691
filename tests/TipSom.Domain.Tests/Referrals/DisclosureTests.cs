using TipSom.Domain.Agreements;
using TipSom.Domain.Consents;
using TipSom.Domain.Referrals;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;

namespace TipSom.Domain.Tests.Referrals;

public sealed class DisclosureTests
{
    private static readonly IdentityDetails Identity = new("Test Person", "Test Father", "9000000000001", "0300-0000000");

    /// <summary>Every way to consent to the five categories that are a choice.</summary>
    public static TheoryData<DataCategory[]> Subsets => [.. Enumerable.Range(0, 1 << A.OptionalCategories.Count)
        .Select(bits => A.OptionalCategories.Where((_, i) => (bits & (1 << i)) != 0).ToArray())];

    public static TheoryData<ReferralStatus> Statuses => [.. Enum.GetValues<ReferralStatus>()];

    [Fact]
    public void Needs_are_readable_at_once_and_identity_is_not()
    {
        var referral = A.Referral();

        Assert.Equal(A.Now, Of(referral, DisclosureStage.Needs).DisclosedAt);
        Assert.Null(Of(referral, DisclosureStage.Identity).DisclosedAt);
    }

    [Theory]
    [MemberData(nameof(Statuses))]
    public void No_verb_opens_the_identity_by_itself_for_the_database_notes_it_at_acceptance(ReferralStatus status)
    {
        var referral = A.Referral(status);

        Assert.Null(Of(referral, DisclosureStage.Identity).DisclosedAt);
        Assert.Equal(A.Now, Of(referral, DisclosureStage.Needs).DisclosedAt);
    }

    [Fact]
    public void A_disclosure_proves_for_whom_and_on_what_consent_it_was_made()
    {
        var ready = A.ReadyToSend();
        var referral = ready.Send();
        var id = Guid.CreateVersion7();
        byte[] content = [1, 2, 3];

        referral.Attach(id, DisclosureStage.Identity, ready.Consent, content, A.Later);

        var disclosure = Assert.Single(referral.Disclosures);
        Assert.Equal((id, referral.Id, DisclosureStage.Identity, 1), (disclosure.Id, disclosure.ReferralId, disclosure.Stage, disclosure.Version));
        Assert.Equal((A.ProviderAgency, ready.Consent.Id, A.Later), (disclosure.ToAgencyId, disclosure.ConsentId, disclosure.MadeAt));
        Assert.Equal(content, disclosure.SealedContent);
    }

    [Theory]
    [MemberData(nameof(Subsets))]
    public void The_identity_disclosed_holds_exactly_what_was_consented_to(DataCategory[] categories)
    {
        var disclosed = IdentityDisclosure.Of(Identity, A.ConsentTo(categories), A.Agreement, "SI Test Officer", "042-0000000");

        Assert.Equal(categories.Contains(DataCategory.Name) ? Identity.Name : null, disclosed.Name);
        Assert.Equal(categories.Contains(DataCategory.Parents) ? Identity.FatherName : null, disclosed.FatherName);
        Assert.Equal(categories.Contains(DataCategory.IdentityNumber) ? Identity.IdNumber : null, disclosed.IdNumber);
        Assert.Equal(categories.Contains(DataCategory.Phone) ? Identity.Phone : null, disclosed.Phone);
        Assert.Equal(("SI Test Officer", "042-0000000"), (disclosed.OfficerName, disclosed.OfficerPhone));
    }

    [Theory]
    [MemberData(nameof(Subsets))]
    public void The_needs_disclosed_tell_of_risk_only_where_consented_to(DataCategory[] categories)
    {
        var victim = A.Victim(A.Person(Safety.NotSafe, Sex.Female, 30, ServiceType.Shelter, ServiceType.LegalAid));
        var consent = A.Consent(victim, A.Answer with { Categories = categories });

        var disclosed = NeedsDisclosure.Of(victim, A.Lahore, consent, A.Agreement, "Comes by bus");

        var risk = categories.Contains(DataCategory.Risk);
        Assert.Equal((risk ? RiskLevel.High : null, risk ? Safety.NotSafe : null), ((RiskLevel?, Safety?))(disclosed.Risk, disclosed.Safety));
        Assert.Equal((Sex.Female, victim.Age, "pnb", A.Lahore), (disclosed.Sex, disclosed.Age, disclosed.LanguageCode, disclosed.DistrictCode));
        Assert.Equal(
            [new DisclosedNeed(ServiceType.Shelter, Urgency.Emergency), new DisclosedNeed(ServiceType.LegalAid, Urgency.Emergency)], disclosed.Needs);
        Assert.Equal("Comes by bus", disclosed.Message);
    }

    [Fact]
    public void What_the_agreement_does_not_permit_stays_with_the_sender_whatever_was_consented_to()
    {
        var narrow = new Agreement(A.Terms with { DataCategories = [DataCategory.Name] });
        var victim = A.Victim(A.Person(Safety.NotSafe));
        var consent = A.Consent(victim);

        var identity = IdentityDisclosure.Of(Identity, consent, narrow, "SI Test Officer", null);
        var needs = NeedsDisclosure.Of(victim, A.Lahore, consent, narrow, null);

        Assert.Equal(new IdentityDisclosure(Identity.Name, null, null, null, "SI Test Officer", null), identity);
        Assert.Equal((null, null), (needs.Risk, needs.Safety));
        Assert.NotEmpty(needs.Needs);
    }

    [Fact]
    public void Without_an_agreement_consent_alone_decides() =>
        Assert.Equal(Identity.Phone, IdentityDisclosure.Of(Identity, A.ConsentTo(DataCategory.Phone), null, "SI Test Officer", null).Phone);

    [Fact]
    public void Stage_one_has_no_place_for_an_identity() => Assert.Equal(
        ["Age", "DistrictCode", "LanguageCode", "Message", "Needs", "Placement", "Risk", "Safety", "Sex"],
        typeof(NeedsDisclosure).GetProperties().Select(p => p.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Where_no_identity_is_known_only_the_officer_is_disclosed() => Assert.Equal(
        new IdentityDisclosure(null, null, null, null, "SI Test Officer", null),
        IdentityDisclosure.Of(null, A.ConsentTo([.. A.OptionalCategories]), A.Agreement, "SI Test Officer", null));

    private static Disclosure Of(Referral referral, DisclosureStage stage) => referral.Disclosures.Single(d => d.Stage == stage);
}
