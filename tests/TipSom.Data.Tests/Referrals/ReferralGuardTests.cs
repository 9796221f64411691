using Npgsql;
using TipSom.Data.Tests.RowSecurity;
using TipSom.Domain.Services;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Referrals;

/// <summary>Referrals written by hand: PostgreSQL refuses what the domain would have refused, with the same sentence.</summary>
public sealed class ReferralGuardTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string AnotherPerson = "The need and the consent belong to another person.";
    private const string NoConsent = "There is no consent in force. Record consent before you refer.";

    [Fact]
    public async Task A_referral_that_says_what_is_true_may_be_sent()
    {
        await using var post = await Posting.PrepareAsync(database);

        Assert.Equal("", (await post.SendAsync(post.Cast.Police.Officer)).State);
        Assert.Equal("", (await post.SendAsync(post.Cast.Police.Supervisor)).State);
    }

    [Fact]
    public async Task A_referral_with_another_agencys_case_victim_need_or_consent_is_refused()
    {
        await using var post = await Posting.PrepareAsync(database);
        var foreign = await post.World.SentReferralAsync(post.Cast.OtherForce, post.Cast.OtherShelter);
        var officer = post.Cast.Police.Officer;

        Assert.Equal(Outcome.NotAllowed, (await post.SendAsync(officer, ("case_id", foreign.CaseId))).State);
        Assert.Equal(Outcome.NotAllowed, (await post.SendAsync(
            officer, ("case_id", foreign.CaseId), ("victim_id", foreign.VictimId), ("need_id", foreign.NeedId), ("consent_id", foreign.ConsentId))).State);
        Assert.Equal(Refusal(AnotherPerson), await post.SendAsync(officer, ("victim_id", foreign.VictimId)));
        Assert.Equal(Refusal(AnotherPerson), await post.SendAsync(officer, ("need_id", foreign.NeedId)));
        // A stranger's consent is in force; the key that ties it to the victim refuses it.
        Assert.Equal(PostgresErrorCodes.ForeignKeyViolation, (await post.SendAsync(officer, ("consent_id", foreign.ConsentId))).State);
    }

    [Fact]
    public async Task A_victim_of_another_case_cannot_be_slipped_in()
    {
        await using var post = await Posting.PrepareAsync(database);
        var elsewhere = await post.World.SentReferralAsync(post.Cast.Police, post.Cast.Shelter);
        var other = await post.Cast.AnotherPersonAsync(post.World, elsewhere);

        var tried = await post.SendAsync(
            post.Cast.Police.Officer, ("victim_id", other.Victim), ("need_id", other.Need), ("consent_id", other.Consent));

        Assert.Equal(PostgresErrorCodes.ForeignKeyViolation, tried.State);
    }

    [Theory]
    [InlineData("from_unit_id")]
    [InlineData("district_code")]
    public async Task A_referral_comes_from_the_unit_that_holds_the_case_and_the_place_of_the_case(string field)
    {
        await using var post = await Posting.PrepareAsync(database);
        object other = field == "district_code" ? "PB-RAWALPINDI" : post.Cast.Police.Headquarters.Id;

        Assert.Equal(
            Refusal("A referral is sent by the unit that holds the case, from where the person was found."),
            await post.SendAsync(post.Cast.Police.Supervisor, (field, other)));
    }

    [Theory]
    [InlineData("sex", "Male")]
    [InlineData("is_child", true)]
    [InlineData("urgency", "Routine")]
    [InlineData("service", "LegalAid")]
    public async Task A_referral_describes_the_person_and_the_need_as_they_are(string field, object value)
    {
        await using var post = await Posting.PrepareAsync(database);

        Assert.Equal(Refusal(AnotherPerson), await post.SendAsync(post.Cast.Police.Officer, (field, value)));
    }

    [Theory]
    [InlineData("Seen")]
    [InlineData("Accepted")]
    [InlineData("Declined", "decline_reason", "NoPlace")]
    [InlineData("Withdrawn", "withdraw_reason", "PlacedElsewhere")]
    public async Task A_referral_begins_as_sent(string status, string? field = null, string? value = null)
    {
        await using var post = await Posting.PrepareAsync(database);

        var tried = await post.SendAsync(post.Cast.Police.Officer, ("status", status), (field ?? "note", value));

        Assert.Equal(Outcome.NotAllowed, tried.State);
    }

    [Fact]
    public async Task A_provider_that_offers_something_else_or_sits_elsewhere_is_refused()
    {
        await using var post = await Posting.PrepareAsync(database);
        var lawyers = await post.World.ProviderAsync(service: ServiceType.LegalAid);
        var agreement = await post.World.AgreementAsync(
            post.Cast.Police, lawyers, t => t with { Services = [ServiceType.LegalAid, ServiceType.Shelter] });
        var officer = post.Cast.Police.Officer;

        Assert.Equal(Refusal(ProviderFit.Sentence(FitProblem.OtherService)), await post.SendAsync(
            officer, ("provider_service_id", lawyers.Service.Id), ("to_unit_id", lawyers.Shelter.Id), ("to_agency_id", lawyers.Agency.Id),
            ("agreement_id", agreement.Id)));
        Assert.Equal(
            PostgresErrorCodes.ForeignKeyViolation, (await post.SendAsync(officer, ("to_unit_id", post.Cast.OtherShelter.Shelter.Id))).State);
        Assert.Equal(
            Refusal(ProviderFit.Sentence(FitProblem.NoAgreement)), await post.SendAsync(officer, ("to_agency_id", post.Cast.OtherShelter.Agency.Id)));
    }

    [Fact]
    public async Task A_closed_case_sends_nobody()
    {
        await using var post = await Posting.PrepareAsync(database);
        await post.World.WithdrawAsync(post.Cast.Police.Officer, post.Sent);
        await post.AsOwnerAsync("update casework.cases set status = 'Closed', closed_for = 'LostContact' where id = $1", post.Sent.CaseId);

        Assert.Equal(Refusal("This case is closed. Reopen it to refer a person."), await post.SendAsync(post.Cast.Police.Officer));
    }

    [Theory]
    [InlineData(FitProblem.AgreementSuspended, "status = 'Suspended', status_reason = 'test'")]
    [InlineData(FitProblem.AgreementEnded, "status = 'Ended', status_reason = 'test'")]
    [InlineData(FitProblem.AgreementNotYetInForce, "in_force_from = security.today() + 1")]
    [InlineData(FitProblem.AgreementExpired, "in_force_to = security.today() - 1")]
    [InlineData(FitProblem.AgencyMayNotRefer, "lead_agency_id = provider_agency_id")]
    [InlineData(FitProblem.ServiceNotCovered, "services = '{LegalAid}'")]
    [InlineData(FitProblem.DistrictNotCovered, "province_codes = '{SD}', district_codes = '{PB-RAWALPINDI}'")]
    [InlineData(FitProblem.GroupNotCovered, "groups = '{Girls}'")]
    public async Task Sending_and_accepting_are_refused_when_the_agreement_does_not_cover_them(FitProblem why, string change)
    {
        await using var post = await Posting.PrepareAsync(database);
        await post.World.OpenAsync(post.Cast.Shelter.Caseworker, post.Sent);
        await post.AsOwnerAsync($"update casework.agreements set {change} where id = $1", post.Sent.AgreementId!.Value);

        Assert.Equal(Refusal(ProviderFit.Sentence(why)), await post.SendAsync(post.Cast.Police.Officer));
        Assert.Equal(Refusal(ProviderFit.Sentence(why)), await post.AcceptAsync());
    }

    [Theory]
    [InlineData("district_codes = '{PB-LAHORE}', province_codes = '{}'")]
    [InlineData("referring_agency_ids = array[lead_agency_id], lead_agency_id = provider_agency_id")]
    [InlineData("in_force_to = null")]
    [InlineData("in_force_from = security.today(), in_force_to = security.today()")]
    public async Task Sending_and_accepting_are_allowed_when_it_covers_them_in_another_way(string change)
    {
        await using var post = await Posting.PrepareAsync(database);
        await post.World.OpenAsync(post.Cast.Shelter.Caseworker, post.Sent);
        await post.AsOwnerAsync($"update casework.agreements set {change} where id = $1", post.Sent.AgreementId!.Value);

        Assert.Equal(new Outcome(1, "", ""), await post.SendAsync(post.Cast.Police.Officer));
        Assert.Equal(new Outcome(1, "", ""), await post.AcceptAsync());
    }

    [Theory]
    [InlineData(NoConsent, "withdrawn_at = now()")]
    [InlineData(NoConsent, "expires_at = now() - interval '1 second'")]
    [InlineData("The consent names other providers.", "recipient_agency_ids = array[gen_random_uuid()]")]
    public async Task Sending_and_accepting_are_refused_without_a_consent_in_force_for_this_provider(string sentence, string change)
    {
        await using var post = await Posting.PrepareAsync(database);
        await post.World.OpenAsync(post.Cast.Shelter.Caseworker, post.Sent);
        // What was said never changes; only a test may turn it round, and only by lifting the trigger that says so.
        await post.AsOwnerAsync("""
            alter table casework.consents disable trigger consent_only_withdrawn_once;
            """ + $"update casework.consents set {change} where id in ('{post.Sent.ConsentId}', '{post.Free.Consent}');" + """
            alter table casework.consents enable trigger consent_only_withdrawn_once
            """);

        Assert.Equal(Refusal(sentence), await post.SendAsync(post.Cast.Police.Officer));
        Assert.Equal(Refusal(sentence), await post.AcceptAsync());
    }

    [Fact]
    public async Task A_refused_consent_sends_nobody()
    {
        await using var post = await Posting.PrepareAsync(database);
        await using var owner = await PlainSql.AsOwnerAsync(database);
        var no = Guid.NewGuid();
        var row = (await owner.RowAsync("casework.consents", $"id = '{post.Free.Consent}'")).With(("id", no), ("is_given", false));
        await owner.RunAsync(JsonRows.InsertInto("casework.consents"), row);
        await owner.CommitAsync();

        Assert.Equal(Refusal(NoConsent), await post.SendAsync(post.Cast.Police.Officer, ("consent_id", no)));
    }

    [Fact]
    public async Task Withdrawing_a_consent_takes_the_copies_out_of_the_providers_sight_at_once()
    {
        await using var post = await Posting.PrepareAsync(database);
        await post.World.OpenAsync(post.Cast.Shelter.Caseworker, post.Sent);
        await post.World.AcceptAsync(post.Cast.Shelter.Caseworker, post.Sent);
        await using var provider = await PlainSql.AsAsync(database, post.Cast.Shelter.Caseworker);
        const string read = "select count(*) from casework.disclosures";
        Assert.Equal(2, await provider.AskAsync<long>(read));

        await using (var officer = await PlainSql.AsAsync(database, post.Cast.Police.Officer))
        {
            Assert.Equal(1, await officer.RunAsync("update casework.consents set withdrawn_at = now() where id = $1", post.Sent.ConsentId));
            Assert.Equal(
                Refusal("This consent was already withdrawn."),
                await officer.TryAsync("update casework.consents set withdrawn_at = null where id = $1", post.Sent.ConsentId));
            await officer.CommitAsync();
        }

        Assert.Equal(0, await provider.AskAsync<long>(read));
    }

    [Fact]
    public async Task One_need_is_in_one_pair_of_hands()
    {
        await using var post = await Posting.PrepareAsync(database);

        var tried = await post.SendAsync(
            post.Cast.Police.Officer, ("victim_id", post.Sent.VictimId), ("need_id", post.Sent.NeedId), ("consent_id", post.Sent.ConsentId));

        Assert.Equal(PostgresErrorCodes.UniqueViolation, tried.State);
    }

    [Fact]
    public async Task A_disclosure_goes_to_the_provider_asked_under_the_referrals_own_consent()
    {
        await using var post = await Posting.PrepareAsync(database);
        await using var owner = await PlainSql.AsOwnerAsync(database);
        var row = await owner.RowAsync("casework.disclosures", $"referral_id = '{post.Sent.Id}'");
        await using var officer = await PlainSql.AsAsync(database, post.Cast.Police.Officer);
        Task<Outcome> CopyAsync(string field, object value) => officer.TryAsync(
            JsonRows.InsertInto("casework.disclosures"), row.With(("id", Guid.NewGuid()), ("version", 2), (field, value)));

        Assert.Equal(1, (await CopyAsync("to_agency_id", post.Cast.Shelter.Agency.Id)).Rows);
        Assert.Equal(Outcome.NotAllowed, (await CopyAsync("to_agency_id", post.Cast.OtherShelter.Agency.Id)).State);
        Assert.Equal(Outcome.NotAllowed, (await CopyAsync("consent_id", post.Free.Consent)).State);
    }

    private static Outcome Refusal(string sentence) => new(0, Outcome.RuleBroken, sentence);
}
