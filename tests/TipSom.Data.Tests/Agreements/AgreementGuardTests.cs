using System.Text.Json.Nodes;
using TipSom.Data.Identity;
using TipSom.Data.Tests.RowSecurity;
using TipSom.Domain.Agreements;
using TipSom.TestSupport;

namespace TipSom.Data.Tests.Agreements;

/// <summary>What the database refuses when somebody writes agreements by hand.</summary>
public sealed class AgreementGuardTests(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncDisposable
{
    private const string OnlyAsApproved = "An agreement changes as both sides approved it, or is suspended, resumed or ended with a reason.";
    private const string OwnSideOnce = "Each side decides once, for itself and in its own name.";

    private readonly World world = new(database);

    [Fact]
    public async Task A_proposal_binds_when_both_sides_have_approved_it_as_the_people_they_are()
    {
        var (administrator, coordinator, provider, agreement) = await ProposedAsync();
        Assert.Equal("Proposed", await StatusAsync(agreement));

        await world.ApproveAsync(coordinator, agreement, AgreementSide.Lead);
        Assert.Equal("Proposed", await StatusAsync(agreement));
        await world.ApproveAsync(provider.Manager, agreement, AgreementSide.Provider);

        Assert.Equal("Signed", await StatusAsync(agreement));
        var changed = await world.ProposeChangeAsync(administrator, agreement, t => t with { Places = 77 });
        await world.ApproveAsync(provider.Manager, changed, AgreementSide.Provider);
        await world.ApproveAsync(coordinator, changed, AgreementSide.Lead);
        await using var owner = await PlainSql.AsOwnerAsync(database);
        Assert.Equal("2 77", Assert.Single(await owner.ListAsync("select version || ' ' || places from casework.agreements where id = $1", agreement.Id)));
    }

    [Fact]
    public async Task Nobody_writes_terms_that_were_not_approved()
    {
        var (administrator, coordinator, provider, proposed) = await ProposedAsync();
        var bound = await world.AgreementAsync(await world.PoliceAsync(), provider);
        foreach (var user in new[] { administrator, coordinator, provider.Manager })
        {
            await using var session = await PlainSql.AsAsync(database, user);
            foreach (var change in new[]
                     {
                         "places = 999", "in_force_to = in_force_to + 100", "in_force_from = in_force_from - 9", "groups = array['Men']", "version = 2",
                         "status_reason = 'x'", "data_categories = '{}'"
                     })
                Assert.Equal(new Outcome(0, Outcome.RuleBroken, OnlyAsApproved), await session.TryAsync($"update casework.agreements set {change} where id = $1", bound.Id));
            Assert.Equal(
                new Outcome(0, Outcome.RuleBroken, OnlyAsApproved),
                await session.TryAsync("update casework.agreements set status = 'Signed' where id = $1", proposed.Id));
            Assert.Equal(Outcome.NotAllowed, (await session.TryAsync("update casework.agreements set provider_agency_id = lead_agency_id where id = $1", bound.Id)).State);
        }
    }

    [Fact]
    public async Task Approved_terms_come_in_whole_or_not_at_all()
    {
        var (administrator, coordinator, provider, agreement) = await ProposedAsync();
        await world.ApproveAsync(coordinator, agreement, AgreementSide.Lead);
        await using var session = await PlainSql.AsAsync(database, provider.Manager);
        await session.RunAsync(
            "update casework.agreement_versions set provider_decided_by_id = $2, provider_decided_at = now(), status = 'Approved' where agreement_id = $1",
            agreement.Id, provider.Manager.Id);

        Assert.Equal(OnlyAsApproved, (await session.TryAsync("update casework.agreements set status = 'Signed', places = 999 where id = $1", agreement.Id)).Message);
        Assert.Equal(OnlyAsApproved, (await session.TryAsync("update casework.agreements set status = 'Signed', status_reason = 'x' where id = $1", agreement.Id)).Message);
        Assert.Equal(1, (await session.TryAsync("update casework.agreements set status = 'Signed' where id = $1", agreement.Id)).Rows);
        Assert.NotNull(administrator);
    }

    [Fact]
    public async Task Nobody_approves_for_the_other_side_twice_or_under_another_name()
    {
        var (administrator, coordinator, provider, agreement) = await ProposedAsync();
        var stranger = await world.ProviderAsync();
        const string lead = "update casework.agreement_versions set lead_decided_by_id = $2, lead_decided_at = now() where agreement_id = $1";
        const string own = "update casework.agreement_versions set provider_decided_by_id = $2, provider_decided_at = now() where agreement_id = $1";

        Assert.Equal(OwnSideOnce, (await TryAsync(provider.Manager, lead, agreement.Id, provider.Manager.Id)).Message);
        Assert.Equal(OwnSideOnce, (await TryAsync(coordinator, own, agreement.Id, coordinator.Id)).Message);
        Assert.Equal(OwnSideOnce, (await TryAsync(coordinator, lead, agreement.Id, administrator.Id)).Message);
        Assert.Equal(OwnSideOnce, (await TryAsync(coordinator, lead.Replace("set ", "set status = 'Approved', ", StringComparison.Ordinal), agreement.Id, coordinator.Id)).Message);
        Assert.Equal(OwnSideOnce, (await TryAsync(coordinator, "update casework.agreement_versions set status = 'Refused', refused_by_side = 'Provider', refusal_reason = 'x', lead_decided_by_id = $2, lead_decided_at = now() where agreement_id = $1", agreement.Id, coordinator.Id)).Message);
        foreach (var nobody in new[] { administrator, stranger.Manager, provider.Caseworker })
            Assert.Equal(0, (await TryAsync(nobody, own, agreement.Id, nobody.Id)).Rows);
        Assert.Equal(Outcome.NotAllowed, (await TryAsync(coordinator, "update casework.agreement_versions set terms = '{}' where agreement_id = $1", agreement.Id)).State);

        await world.ApproveAsync(coordinator, agreement, AgreementSide.Lead);
        Assert.Equal("Your side has already decided on this proposal.", (await TryAsync(coordinator, lead, agreement.Id, coordinator.Id)).Message);
        await world.RefuseAsync(provider.Manager, agreement, AgreementSide.Provider, "Too few places");
        Assert.Equal("This agreement was refused. Propose a new one.", (await TryAsync(coordinator, lead, agreement.Id, coordinator.Id)).Message);
        Assert.Equal("Refused", await StatusAsync(agreement));
    }

    [Fact]
    public async Task Whoever_proposed_does_not_approve_after_a_change_of_office()
    {
        var (administrator, _, _, agreement) = await ProposedAsync();
        await using var owner = await PlainSql.AsOwnerAsync(database);
        await owner.RunAsync("update identity.users set role = 'NationalCoordinator' where id = $1", administrator.Id);
        await owner.CommitAsync();

        Assert.Equal("Proposing and approving for each side takes three people.", (await TryAsync(
            administrator, "update casework.agreement_versions set lead_decided_by_id = $2, lead_decided_at = now() where agreement_id = $1",
            agreement.Id, administrator.Id)).Message);
    }

    [Fact]
    public async Task Only_the_administrator_proposes_and_only_what_is_whole()
    {
        var (administrator, coordinator, provider, agreement) = await ProposedAsync();
        await using var owner = await PlainSql.AsOwnerAsync(database);
        var row = await owner.RowAsync("casework.agreements", $"id = '{agreement.Id}'");
        var version = await owner.RowAsync("casework.agreement_versions", $"agreement_id = '{agreement.Id}'");
        await world.RefuseAsync(coordinator, agreement, AgreementSide.Lead, "No");
        var insert = JsonRows.InsertInto("casework.agreements");
        string Another(params (string, object?)[] changes) => row.With([("id", Guid.NewGuid()), ("number", $"MOU-{Guid.NewGuid():N}"), .. changes]);

        Assert.Equal(1, (await TryAsync(administrator, insert, Another())).Rows);
        Assert.Equal(Outcome.NotAllowed, (await TryAsync(administrator, insert, Another(("status", "Signed")))).State);
        foreach (var other in new[] { coordinator, provider.Manager })
            Assert.Equal(Outcome.NotAllowed, (await TryAsync(other, insert, Another())).State);

        var bound = await world.AgreementAsync(await world.PoliceAsync(), provider);
        var its = await owner.RowAsync("casework.agreements", $"id = '{bound.Id}'");
        string Version(JsonObject terms, params (string, object?)[] changes)
        {
            var changed = JsonNode.Parse(version.With([
                ("id", Guid.NewGuid()), ("agreement_id", bound.Id), ("version", 2), ("proposed_by_id", administrator.Id), .. changes]))!.AsObject();
            changed["terms"] = terms;
            return changed.ToJsonString();
        }

        var propose = JsonRows.InsertInto("casework.agreement_versions");
        Assert.Equal(1, (await TryAsync(administrator, propose, Version(Terms(its)))).Rows);
        const string whole = "A version is proposed whole, for the same two agencies, and decided by others.";
        Assert.Equal(whole, (await TryAsync(administrator, propose, Version(Terms(its), ("version", 3)))).Message);
        Assert.Equal(whole, (await TryAsync(administrator, propose, Version(Terms(row)))).Message);
        Assert.Equal(whole, (await TryAsync(administrator, propose, Version(Terms(its), ("status", "Approved")))).Message);
        Assert.Equal(whole, (await TryAsync(administrator, propose, Version(Terms(its), ("lead_decided_at", DateTimeOffset.UtcNow)))).Message);
        Assert.Equal(
            "A memorandum needs a last day. Only a duty by law may have none.",
            (await TryAsync(administrator, propose, Version(Terms(its, ("in_force_to", null))))).Message);
        Assert.Equal(Outcome.NotAllowed, (await TryAsync(administrator, propose, Version(Terms(its), ("proposed_by_id", coordinator.Id)))).State);
    }

    [Fact]
    public async Task Two_agreements_of_one_pair_never_overlap_however_they_come_about()
    {
        var (administrator, coordinator, provider, proposed) = await ProposedAsync();
        var force = await world.PoliceAsync();
        var today = PakistanTime.DayOf(TimeProvider.System.GetUtcNow());
        var first = await world.AgreementAsync(force, provider, t => t with { InForceTo = today.AddDays(10) });
        var second = await world.AgreementAsync(force, provider, t => t with { InForceFrom = today.AddDays(11) });

        var refused = await Assert.ThrowsAnyAsync<Exception>(() => world.ProposeAsync(administrator, force, provider));
        Assert.Contains("ex_agreements_one_at_a_time", refused.GetBaseException().Message, StringComparison.Ordinal);
        var stretched = await Assert.ThrowsAnyAsync<Exception>(() =>
            world.ProposeChangeAsync(administrator, first, t => t with { InForceTo = today.AddDays(11) }));
        Assert.Contains(Agreement.DaysTaken, stretched.GetBaseException().Message, StringComparison.Ordinal);
        Assert.NotEqual(first.Id, second.Id);

        // What was refused keeps no days and no number.
        await world.RefuseAsync(provider.Manager, proposed, AgreementSide.Provider, "No");
        var again = await world.ProposeAsync(administrator, force, await world.ProviderAsync(), t => t with { Number = proposed.Number });
        Assert.NotEqual(proposed.Id, again.Id);
        Assert.NotNull(coordinator);
    }

    [Theory]
    [InlineData("status = 'Suspended', status_reason = 'Fire safety', status_since = now()", true)]
    [InlineData("status = 'Suspended', status_reason = ' ', status_since = now()", false)]
    [InlineData("status = 'Suspended'", false)]
    [InlineData("status = 'Suspended', status_reason = 'x', status_since = now(), places = 1", false)]
    [InlineData("status = 'Ended', status_reason = 'Closed down', status_since = now(), in_force_to = current_date", true)]
    [InlineData("status = 'Ended', status_reason = 'x', status_since = now(), in_force_to = in_force_to + 1", false)]
    [InlineData("status = 'Proposed', status_reason = 'x', status_since = now()", false)]
    public async Task Suspending_and_ending_belong_to_the_administrator_with_a_reason_and_touch_no_terms(string change, bool allowed)
    {
        var (administrator, coordinator, provider, _) = await ProposedAsync();
        var bound = await world.AgreementAsync(await world.PoliceAsync(), provider);
        var sql = $"update casework.agreements set {change} where id = $1";

        Assert.Equal(allowed ? new Outcome(1, "", "") : new Outcome(0, Outcome.RuleBroken, OnlyAsApproved), await TryAsync(administrator, sql, bound.Id));
        foreach (var other in new[] { coordinator, provider.Manager })
            Assert.Equal(new Outcome(0, Outcome.RuleBroken, OnlyAsApproved), await TryAsync(other, sql, bound.Id));
        Assert.Equal(0, (await TryAsync(provider.Caseworker, sql, bound.Id)).Rows);
    }

    [Fact]
    public async Task What_has_ended_stays_so()
    {
        var (administrator, _, provider, _) = await ProposedAsync();
        var bound = await world.AgreementAsync(await world.PoliceAsync(), provider);
        await world.ChangeAsync(administrator, bound, a => a.End(PakistanTime.DayOf(DateTimeOffset.UtcNow), "Closed down", World.ActorOf(administrator), DateTimeOffset.UtcNow));

        Assert.Equal("This agreement has already ended.", (await TryAsync(
            administrator, "update casework.agreements set status = 'Signed', status_reason = 'x', status_since = now() where id = $1", bound.Id)).Message);
    }

    [Fact]
    public async Task A_referral_rests_on_no_proposal()
    {
        await using var post = await Referrals.Posting.PrepareAsync(database);
        await post.World.OpenAsync(post.Cast.Shelter.Caseworker, post.Sent);
        foreach (var status in new[] { "Proposed", "Refused" })
        {
            await post.AsOwnerAsync($"update casework.agreements set status = '{status}' where id = $1", post.Sent.AgreementId!.Value);
            var refused = new Outcome(0, Outcome.RuleBroken, "The agreement with this provider is not approved by both sides.");
            Assert.Equal(refused, await post.SendAsync(post.Cast.Police.Officer));
            Assert.Equal(refused, await post.AcceptAsync());
        }
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    private async Task<(User Administrator, User Coordinator, Provider Provider, Agreement Agreement)> ProposedAsync()
    {
        var (force, provider) = (await world.PoliceAsync(), await world.ProviderAsync());
        var administrator = await world.AdministratorAsync(force);
        return (administrator, await world.CoordinatorAsync(), provider, await world.ProposeAsync(administrator, force, provider));
    }

    private async Task<Outcome> TryAsync(User user, string sql, params object[] values)
    {
        await using var session = await PlainSql.AsAsync(database, user);
        return await session.TryAsync(sql, values);
    }

    private async Task<string> StatusAsync(Agreement agreement)
    {
        await using var owner = await PlainSql.AsOwnerAsync(database);
        return await owner.AskAsync<string>("select status from casework.agreements where id = $1", agreement.Id);
    }

    private static JsonObject Terms(JsonObject row, params (string Field, string? Value)[] changes)
    {
        string[] others = ["id", "version", "status", "status_reason", "status_since", "status_by_name"];
        var terms = row.DeepClone().AsObject();
        foreach (var field in others)
            terms.Remove(field);
        foreach (var (field, value) in changes)
            terms[field] = value;
        return terms;
    }
}
