using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TipSom.Data;
using TipSom.Data.Cases;
using TipSom.Data.Identity;
using TipSom.Domain.Agencies;
using TipSom.Domain.Cases;
using TipSom.Domain.Identity;

namespace TipSom.TestSupport;

/// <summary>How several agencies work on one case in a test.</summary>
public sealed partial class World
{
    /// <summary>Why a test shares a case or hands its lead over. Its words are searched for in every captured log.</summary>
    public const string KnownReason = "Reasoncanary: they hold the other half of it.";

    /// <summary>The facts only, for as long as usual.</summary>
    public ShareTerms FactsOnly => new(false, false, false, KnownReason, PakistanTime.DayOf(Now).AddDays(CaseShare.UsualDays));

    /// <summary>Shares a case as a supervisor, or asks for it as an officer.</summary>
    public Task<CaseShare> ShareAsync(User user, Case @case, Unit with, Func<ShareTerms, ShareTerms>? but = null) =>
        AsAsync(user, async (scope, db) => scope.GetRequiredService<CaseSharing>().Share(
            await db.Cases.SingleAsync(c => c.Id == @case.Id), await SharedWithAsync(db, with), but?.Invoke(FactsOnly) ?? FactsOnly,
            user.Role == Role.Supervisor, ActorOf(user)));

    public Task<CaseShare> TakeBackAsync(User user, CaseShare share) => AsAsync(user, async (_, db) =>
    {
        var loaded = await db.CaseShares.SingleAsync(s => s.Id == share.Id);
        loaded.TakeBack(await db.Cases.SingleAsync(c => c.Id == share.CaseId), ActorOf(user), Now);
        return loaded;
    });

    /// <summary>A note to the others who see the case. Its words are searched for in every captured log.</summary>
    public Task<CaseNote> NoteAsync(User user, Case @case, string text = "Notecanary: the bus left at six.") => AsAsync(user, async (scope, db) =>
        scope.GetRequiredService<CaseSharing>().Write(await db.Cases.SingleAsync(c => c.Id == @case.Id), text, ActorOf(user)));

    /// <summary>Offers the lead as a supervisor, or proposes it as an officer.</summary>
    public Task<LeadTransfer> OfferAsync(User user, Case @case, Unit to, bool keepsReading = false) => AsAsync(user, async (scope, db) =>
        scope.GetRequiredService<CaseSharing>().Propose(
            await db.Cases.Include(c => c.Victims).SingleAsync(c => c.Id == @case.Id), await SharedWithAsync(db, to), KnownReason, keepsReading,
            user.Role == Role.Supervisor, ActorOf(user)));

    /// <summary>Takes the lead as a supervisor of the agency it was offered to.</summary>
    public Task<LeadTransfer> TakeLeadAsync(User user, LeadTransfer offer) => AsAsync(user, async (scope, db) =>
    {
        var loaded = await db.LeadTransfers.SingleAsync(t => t.Id == offer.Id);
        await scope.GetRequiredService<CaseSharing>().AcceptAsync(loaded, ActorOf(user), CancellationToken.None);
        return loaded;
    });

    private static async Task<SharedWith> SharedWithAsync(TipSomDbContext db, Unit unit) => new(
        unit, await db.Agencies.AsNoTracking().SingleAsync(a => a.Id == unit.AgencyId), await db.ProviderServices.AnyAsync(s => s.AgencyId == unit.AgencyId));
}
