using TipSom.Domain.Consents;

namespace TipSom.Domain.Tests.Consents;

public sealed class ConsentTests
{
    private const string ChildCannot =
        "A child, or a person whose age is not known, cannot decide alone. Choose the guardian or the child protection authority.";
    private const string AdultDecides = "This person is an adult and decides for herself or himself.";
    private const string GuardianMayBeInvolved =
        "The guardian may be involved. Do not ask the guardian: the child protection authority decides.";

    // Ground by ground: the sentence that refuses an adult's and a child's; null where the ground stands.
    private static readonly Dictionary<ConsentBasis, (string? Adult, string? Child)> Grounds = new()
    {
        [ConsentBasis.OwnConsent] = (null, ChildCannot),
        [ConsentBasis.Guardian] = (AdultDecides, null),
        [ConsentBasis.ChildProtectionAuthority] = (AdultDecides, null),
        [ConsentBasis.CourtOrder] = (null, null),
        [ConsentBasis.DangerToLife] = (null, null)
    };

    public static TheoryData<ConsentBasis, int?> GroundsAndAges => [.. from basis in Enum.GetValues<ConsentBasis>()
                                                                       from age in new int?[] { 18, 30, 17, 3, null }
                                                                       select (basis, age)];

    public static TheoryData<DataCategory> Categories => [.. Enum.GetValues<DataCategory>()];

    public static TheoryData<ConsentBasis> Bases => [.. Enum.GetValues<ConsentBasis>()];

    [Theory]
    [MemberData(nameof(GroundsAndAges))]
    public void The_ground_must_fit_the_persons_age(ConsentBasis basis, int? age)
    {
        var victim = A.Victim(A.Person(age: age));
        var answer = A.Answer with { Basis = basis, Guardian = GuardianInvolvement.No };
        var sentence = age >= 18 ? Grounds[basis].Adult : Grounds[basis].Child;

        var refusal = Record.Exception(() => A.Consent(victim, answer));

        Assert.Equal(sentence, (refusal as RuleBrokenException)?.Sentence);
        // A refused ground leaves no trace on the person.
        Assert.Equal(sentence is null ? answer.LanguageCode : null, victim.LanguageCode);
    }

    [Theory]
    [InlineData(GuardianInvolvement.NotAsked)]
    [InlineData(GuardianInvolvement.Unknown)]
    [InlineData(GuardianInvolvement.Possibly)]
    public void A_guardian_not_known_to_be_uninvolved_is_not_asked(GuardianInvolvement involvement)
    {
        var answer = A.Answer with { Basis = ConsentBasis.Guardian, Guardian = involvement };

        var refusal = Assert.Throws<RuleBrokenException>(() => A.Consent(A.Victim(A.Person(age: 12)), answer));

        Assert.Equal(GuardianMayBeInvolved, refusal.Sentence);
    }

    [Theory]
    [InlineData(ConsentBasis.Guardian, false)]
    [InlineData(ConsentBasis.ChildProtectionAuthority, true)]
    [InlineData(ConsentBasis.CourtOrder, true)]
    [InlineData(ConsentBasis.DangerToLife, true)]
    public void A_guardian_alone_does_not_overrule_a_child_who_does_not_agree(ConsentBasis basis, bool stands)
    {
        var answer = A.Answer with { Basis = basis, Guardian = GuardianInvolvement.No, ChildsView = ChildsView.Disagrees };
        var girl = A.Victim(A.Person(age: 12));

        var refusal = Record.Exception(() => A.Consent(girl, answer));

        Assert.Equal(
            stands ? null : "The child does not agree. A guardian's yes is not enough then: the child protection authority or a court decides.",
            (refusal as RuleBrokenException)?.Sentence);
        // A no of everybody is kept with what the child said.
        Assert.Equal(ChildsView.Disagrees, A.Consent(girl, answer with { IsGiven = false }).ChildsView);
    }

    [Fact]
    public void Only_of_a_child_is_it_kept_what_the_child_says()
    {
        var answer = A.Answer with { Basis = ConsentBasis.CourtOrder, ChildsView = ChildsView.Agrees };

        Assert.Equal(ChildsView.Agrees, A.Consent(A.Victim(A.Person(age: null)), answer).ChildsView);
        Assert.Null(A.Consent(A.Victim(A.Person(age: 18)), answer).ChildsView);
    }

    [Fact]
    public void A_guardian_possibly_involved_does_not_hinder_the_authority()
    {
        var answer = A.Answer with { Basis = ConsentBasis.ChildProtectionAuthority, Guardian = GuardianInvolvement.Possibly };

        Assert.True(A.Consent(A.Victim(A.Person(age: 12)), answer).IsInForce(A.Now));
    }

    [Theory]
    [MemberData(nameof(Bases))]
    public void A_no_is_recorded_on_any_ground(ConsentBasis basis)
    {
        var answer = A.Answer with { IsGiven = false, Basis = basis };

        Assert.False(A.Consent(A.Victim(A.Person(age: 12)), answer).IsGiven);
        Assert.False(A.Consent(A.Victim(A.Person(age: 30)), answer).IsGiven);
    }

    [Theory]
    [MemberData(nameof(Categories))]
    public void A_no_shares_nothing_with_nobody(DataCategory category)
    {
        var consent = A.Consent(A.Victim(), A.Answer with { IsGiven = false, RecipientAgencyIds = [A.ProviderAgency] });

        Assert.False(consent.Allows(category));
        Assert.False(consent.IsInForce(A.Now));
        Assert.False(consent.Names(A.ProviderAgency));
        Assert.Empty(consent.RecipientAgencyIds);
        Assert.Empty(consent.Categories);
    }

    [Fact]
    public void Needs_are_part_of_every_yes()
    {
        Assert.Equal([DataCategory.Needs], A.ConsentTo().Categories);
        Assert.Equal([DataCategory.Needs, DataCategory.Phone], A.ConsentTo(DataCategory.Phone, DataCategory.Needs, DataCategory.Phone).Categories);
    }

    [Theory]
    [MemberData(nameof(Categories))]
    public void A_category_is_shared_only_where_it_was_named(DataCategory category)
    {
        var consent = A.ConsentTo(category);

        Assert.Equal([.. new[] { DataCategory.Needs, category }.Distinct()], Enum.GetValues<DataCategory>().Where(consent.Allows));
    }

    [Fact]
    public void One_that_names_nobody_lets_any_provider_receive() =>
        Assert.True(A.Consent(A.Victim()).Names(Guid.CreateVersion7()));

    [Fact]
    public void One_that_names_providers_lets_only_them_receive()
    {
        var consent = A.Consent(A.Victim(), A.Answer with { RecipientAgencyIds = [A.ProviderAgency, A.ProviderAgency] });

        Assert.True(consent.Names(A.ProviderAgency));
        Assert.False(consent.Names(A.PoliceAgency));
        Assert.Single(consent.RecipientAgencyIds);
    }

    [Fact]
    public void It_ends_at_its_expiry()
    {
        var consent = A.Consent(A.Victim(), A.Answer with { ExpiresAt = A.Later });

        Assert.True(consent.IsInForce(A.Later.AddTicks(-1)));
        Assert.False(consent.IsInForce(A.Later));
    }

    [Fact]
    public void Without_an_expiry_it_holds_until_withdrawn()
    {
        var consent = A.Consent(A.Victim());

        Assert.True(consent.IsInForce(DateTimeOffset.MaxValue));
        consent.Withdraw(A.Later);
        Assert.False(consent.IsInForce(A.Later));
        Assert.Equal(A.Later, consent.WithdrawnAt);
    }

    [Fact]
    public void Withdrawing_twice_is_refused_and_the_first_time_stands()
    {
        var consent = A.Consent(A.Victim());
        consent.Withdraw(A.Now);

        var refusal = Assert.Throws<RuleBrokenException>(() => consent.Withdraw(A.Later));

        Assert.Equal("This consent was already withdrawn.", refusal.Sentence);
        Assert.Equal(A.Now, consent.WithdrawnAt);
    }

    [Fact]
    public void A_no_cannot_be_withdrawn()
    {
        var refusal = Assert.Throws<RuleBrokenException>(() => A.Consent(A.Victim(), A.Answer with { IsGiven = false }).Withdraw(A.Now));

        Assert.Equal("There is no consent to withdraw.", refusal.Sentence);
    }

    [Fact]
    public void It_keeps_how_it_was_asked_and_who_wrote_it_down()
    {
        var victim = A.Victim();

        var consent = A.Consent(victim, A.Answer with { Form = ConsentForm.ThumbImpression, ThroughInterpreter = true, LanguageCode = "skr" });

        Assert.Equal((victim.Id, victim.CaseId, A.Officer.UserId, A.Now), (consent.VictimId, consent.CaseId, consent.RecordedById, consent.GivenAt));
        Assert.Equal((ConsentBasis.OwnConsent, ConsentForm.ThumbImpression, true), (consent.Basis, consent.Form, consent.ThroughInterpreter));
        Assert.Equal(("skr", "skr"), (consent.LanguageCode, victim.LanguageCode));
    }
}
