using Microsoft.EntityFrameworkCore;
using Npgsql;
using TipSom.Data.Identity;
using TipSom.Data.Queries;
using TipSom.Domain.Coordination;
using TipSom.Domain.Referrals;

namespace TipSom.TestSupport;

/// <summary>The road of a referral into each of its states, by the acts of the people on it.</summary>
public sealed partial class World
{
    /// <summary>A new referral in this state. One that is sent on goes to <paramref name="next"/>; <paramref name="desk"/> confirms a decline.</summary>
    public async Task<Referral> ReferralAsync(ReferralStatus status, Force police, Provider shelter, Provider? next = null, User? desk = null)
    {
        var (officer, caseworker) = (police.Officer, shelter.Caseworker);
        var referral = await SentReferralAsync(police, shelter);
        if (status is ReferralStatus.Sent)
            return referral;
        if (status is ReferralStatus.Withdrawn)
            return await WithdrawAsync(officer, referral);
        if (status is ReferralStatus.Voided)
            return await VoidAsync(police.Supervisor, referral);
        referral = await OpenAsync(caseworker, referral);
        if (status is ReferralStatus.Seen)
            return referral;
        if (status is ReferralStatus.InformationRequested)
            return await RequestInformationAsync(caseworker, referral);
        if (status is ReferralStatus.Declined or ReferralStatus.DeclineConfirmed or ReferralStatus.Rerouted)
        {
            referral = await DeclineAsync(caseworker, referral);
            return status is ReferralStatus.Declined ? referral
                : status is ReferralStatus.DeclineConfirmed ? await ConfirmDeclineAsync(desk!, referral)
                : await RerouteAsync(officer, referral, next!);
        }

        referral = await AcceptAsync(caseworker, referral);
        if (status is ReferralStatus.Accepted)
            return referral;
        referral = await ArriveAsync(caseworker, referral);
        return status is ReferralStatus.InCare ? referral : await CloseAsync(caseworker, referral);
    }

    /// <summary>Sends the need of a declined referral to another provider; the declined one as it stands then.</summary>
    public async Task<Referral> RerouteAsync(User officer, Referral declined, Provider next)
    {
        var @case = await AsAsync(officer, (_, db) => db.Cases.SingleAsync(c => c.Id == declined.CaseId));
        await SendAsync(officer, @case, next);
        return await AsAsync(officer, (_, db) => db.Referrals.SingleAsync(r => r.Id == declined.Id));
    }

    public Task<Referral> ReportNoShowAsync(User caseworker, Referral referral) =>
        ChangeAsync(caseworker, referral, (_, _, r) =>
        {
            r.ReportNoShow(ActorOf(caseworker), Now);
            return Task.CompletedTask;
        });

    /// <summary>How the need of a referral, or of a case, stands while nobody has it in hand.</summary>
    public Task<UnplacedNeed> UnplacedAsync(User officer, Guid needId) =>
        AsAsync(officer, (_, db) => db.UnplacedNeeds.SingleAsync(u => u.NeedId == needId && u.SettledAt == null));

    /// <summary>The sender asks the national desk, because nobody fits.</summary>
    public Task<UnplacedNeed> AskDeskAsync(User officer, Guid needId) => AsAsync(officer, async (_, db) =>
    {
        var unplaced = await db.UnplacedNeeds.SingleAsync(u => u.NeedId == needId && u.SettledAt == null);
        unplaced.AskDesk(UnplacedCause.NoProviderFits, await db.ReferralClocksAsync(CancellationToken.None), Now);
        return unplaced;
    });

    /// <summary>Lets the time agreed for the arrival pass.</summary>
    public async Task LetTheArrivalPassAsync(Referral referral)
    {
        await using var connection = new NpgsqlConnection(Database.SuperuserConnectionString);
        await connection.OpenAsync();
        // No trigger runs: time passes without anybody's step.
        await using var pass = new NpgsqlCommand(
            """
            set session_replication_role = replica;
            update casework.referrals set arrival_expected_at = now() - interval '3 hours', due_at = now() - interval '3 hours' where id = @referral;
            update casework.referral_access set due_at = now() - interval '3 hours' where referral_id = @referral;
            set session_replication_role = default;
            """, connection);
        pass.Parameters.AddWithValue("referral", referral.Id);
        await pass.ExecuteNonQueryAsync();
    }
}
