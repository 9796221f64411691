using TipSom.Domain.Cases;
using TipSom.Domain.Referrals;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;

namespace TipSom.Domain.Tests.Referrals;

public sealed class ReferralSendTests
{
    private const string NoConsent = "There is no consent in force. Record consent before you refer.";
    private const string OtherPerson = "The need and the consent belong to another person.";

    public static TheoryData<FitProblem> FitProblems => [.. Enum.GetValues<FitProblem>()];

    [Fact]
    public void A_referral_says_from_whom_to_whom_under_what()
    {
        var ready = A.ReadyToSend(A.Person(Safety.NotSafe, Sex.Female, age: 17));

        var referral = ready.Send();

        Assert.Equal((ready.Case.Id, ready.Victim.Id, ready.Need.Id), (referral.CaseId, referral.VictimId, referral.NeedId));
        Assert.Equal((ServiceType.Shelter, Urgency.Emergency), (referral.Service, referral.Urgency));
        Assert.Equal((Sex.Female, AgeBand.From12To17, true, A.Lahore), (referral.Sex, referral.AgeBand, referral.IsChild, referral.DistrictCode));
        Assert.Equal((A.Officer.UnitId, A.PoliceAgency), (referral.FromUnitId, referral.FromAgencyId));
        Assert.Equal((A.Caseworker.UnitId, A.ProviderAgency), (referral.ToUnitId, referral.ToAgencyId));
        Assert.Equal((ready.Fit.Service.Id, ready.Fit.Agreement!.Id), (referral.ProviderServiceId, referral.AgreementId));
        Assert.Equal(ready.Consent.Id, referral.ConsentId);
        Assert.True(RecordNumber.TryParse(referral.Number, RecordNumber.ReferralPrefix, out _));
    }

    [Fact]
    public void Sending_is_the_first_step_of_the_timeline_and_a_line_on_the_cases()
    {
        var ready = A.ReadyToSend();

        var referral = ready.Send();

        var step = Assert.Single(referral.Events);
        Assert.Equal((null, ReferralStatus.Sent, A.Now, A.Officer.UserId), (step.Verb, step.Status, step.At, step.ActorId));
        Assert.Equal((A.Now, A.Now, ReferralStatus.Sent), (referral.SentAt, referral.StatusSince, referral.Status));
        var line = ready.Case.Events[^1];
        Assert.Equal((CaseEventKind.ReferralSent, (int?)1, referral.Number), (line.Kind, line.Person, line.ReferralNumber));
    }

    [Fact]
    public void A_referral_comes_from_the_unit_that_holds_the_case_whoever_sends_it()
    {
        var ready = A.ReadyToSend();
        var supervisor = A.Officer with { UserId = Guid.CreateVersion7(), UnitId = Guid.CreateVersion7() };

        var referral = Referral.Send(RecordNumber.Draw(RecordNumber.ReferralPrefix, 2026), ready.Case, ready.Victim, ready.Need, ready.Fit, ready.Consent, A.Clocks, supervisor, A.Now);

        Assert.Equal(A.Officer.UnitId, referral.FromUnitId);
        Assert.Equal(supervisor.UnitId, referral.Events[0].ActorUnitId);
    }

    [Fact]
    public void Another_persons_need_is_refused() =>
        Refuses(A.ReadyToSend() with { Need = A.Victim().Needs[0] }, OtherPerson);

    [Fact]
    public void Another_persons_consent_is_refused() =>
        Refuses(A.ReadyToSend() with { Consent = A.Consent(A.Victim()) }, OtherPerson);

    [Fact]
    public void A_person_of_another_case_is_refused() => Refuses(A.ReadyToSend() with { Case = A.Case() }, OtherPerson);

    [Fact]
    public void The_second_person_of_a_case_needs_a_consent_of_her_own()
    {
        var ready = A.ReadyToSend();
        var second = ready.Case.AddPerson(A.Person(), A.Officer, A.Now);

        Refuses(ready with { Victim = second, Need = second.Needs[0] }, OtherPerson);
    }

    [Fact]
    public void A_refusal_is_no_consent() => Refuses(A.ReadyToSend(answer: A.Answer with { IsGiven = false }), NoConsent);

    [Fact]
    public void A_withdrawn_consent_is_no_consent()
    {
        var ready = A.ReadyToSend();
        ready.Consent.Withdraw(A.Now);

        Refuses(ready, NoConsent);
    }

    [Fact]
    public void An_expired_consent_is_no_consent_and_a_moment_before_it_was_one()
    {
        var ready = A.ReadyToSend(answer: A.Answer with { ExpiresAt = A.Later });

        Refuses(ready, NoConsent, A.Later);
        Assert.Equal(ReferralStatus.Sent, ready.Send(A.Later.AddTicks(-1)).Status);
    }

    [Theory]
    [MemberData(nameof(FitProblems))]
    public void A_provider_that_does_not_fit_is_refused_with_the_reason(FitProblem problem) =>
        Refuses(A.ReadyToSend() with { Fit = A.FitWith(problem) }, ProviderFit.Sentence(problem));

    [Fact]
    public void The_first_of_several_reasons_is_said() => Refuses(
        A.ReadyToSend() with { Fit = A.Fit() with { Problems = [FitProblem.AgeNotTaken, FitProblem.NoPlaces] } },
        ProviderFit.Sentence(FitProblem.AgeNotTaken));

    [Fact]
    public void A_provider_without_an_agreement_is_refused() =>
        Refuses(A.ReadyToSend() with { Fit = A.Fit() with { Agreement = null } }, "No agreement binds this provider.");

    [Fact]
    public void A_provider_that_was_judged_for_another_service_is_refused()
    {
        var legalAid = A.Fit(A.Service(ServiceType.LegalAid), request: A.Request with { Service = ServiceType.LegalAid });

        Assert.True(legalAid.Fits);
        Refuses(A.ReadyToSend() with { Fit = legalAid }, "This provider does not offer the service needed.");
    }

    [Fact]
    public void A_provider_the_consent_does_not_name_is_refused_even_if_it_was_judged_without_the_consent()
    {
        var ready = A.ReadyToSend(answer: A.Answer with { RecipientAgencyIds = [Guid.CreateVersion7()] });

        Assert.True(ready.Fit.Fits);
        Refuses(ready, "The consent names other providers.");
    }

    [Fact]
    public void A_provider_the_consent_names_is_sent_to()
    {
        var ready = A.ReadyToSend(answer: A.Answer with { RecipientAgencyIds = [A.ProviderAgency] });

        Assert.Equal(A.ProviderAgency, ready.Send().ToAgencyId);
    }

    private static void Refuses(ReadyToSend ready, string sentence, DateTimeOffset? at = null)
    {
        var linesBefore = ready.Case.Events.Count;

        var refusal = Assert.Throws<RuleBrokenException>(() => ready.Send(at));

        Assert.Equal(sentence, refusal.Sentence);
        Assert.Equal(linesBefore, ready.Case.Events.Count);
    }
}
