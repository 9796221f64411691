using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Data.Identity;
using TipSom.Domain;
using TipSom.Domain.Cases;
using TipSom.Domain.Emergency;

namespace TipSom.TestSupport;

/// <summary>Opening an identity in an emergency in a test.</summary>
public sealed partial class World
{
    /// <summary>Why a test opens somebody.</summary>
    public const string KnownEmergency = "Emergencycanary: a caller says she is being taken over the border tonight.";

    /// <summary>Asks to open the first person of a case.</summary>
    public Task<EmergencyAccess> AskInEmergencyAsync(User by, Case @case) => AskInEmergencyAsync(by, _ => EmergencySearch.ByCase(@case.Number, 1));

    /// <summary>Asks to open whoever has this number.</summary>
    public Task<EmergencyAccess> AskInEmergencyAsync(User by, string idNumber) => AskInEmergencyAsync(
        by, scope => EmergencySearch.ByHashes(scope.GetRequiredService<TipSomDbContext>().Agencies.Select(a => a.Id).AsEnumerable()
            .Select(agency => scope.GetRequiredService<IdentityHashes>().OfNumber(agency, idNumber))));

    /// <summary>Approves what waits.</summary>
    public Task<EmergencyApproval> ApproveEmergencyAsync(User by, EmergencyAccess access) => AsAsync(by, async (_, db) =>
    {
        var approval = new EmergencyApproval(await db.EmergencyAccesses.AsNoTracking().SingleAsync(a => a.Id == access.Id), ActorOf(by), Now);
        db.Add(approval);
        return approval;
    });

    /// <summary>Reviews one.</summary>
    public Task<EmergencyReview> ReviewEmergencyAsync(User by, EmergencyAccess access, bool isJustified = true) => AsAsync(by, async (scope, db) =>
    {
        var cipher = scope.GetRequiredService<RecordCipher>();
        var review = new EmergencyReview(
            await db.EmergencyAccesses.AsNoTracking().SingleAsync(a => a.Id == access.Id), null, isJustified, "Reviewcanary: the call was heard.",
            (id, note) => cipher.Seal(SealKinds.EmergencyNote, id, note), ActorOf(by), Now);
        db.Add(review);
        return review;
    });

    /// <summary>Moves an access back, as if time had passed.</summary>
    public Task PassAsync(EmergencyAccess access, TimeSpan time) => AsOwnerAsync(async db =>
    {
        await db.Database.ExecuteSqlAsync($"update casework.emergency_accesses set at = at - {time}, granted_at = granted_at - {time}, ends_at = ends_at - {time} where id = {access.Id}");
    });

    private async Task<EmergencyAccess> AskInEmergencyAsync(User by, Func<IServiceProvider, EmergencySearch> sought)
    {
        var asked = await AsAsync(by, async (scope, db) =>
        {
            var cipher = scope.GetRequiredService<RecordCipher>();
            var access = EmergencyAccess.Ask(
                RecordNumber.Draw(RecordNumber.EmergencyPrefix, Now.Year), sought(scope), EmergencyBasis.DangerToThePerson, KnownEmergency,
                (id, reason) => cipher.Seal(SealKinds.EmergencyReason, id, reason), await db.Agencies.SingleAsync(a => a.Id == by.AgencyId), 0, ActorOf(by), Now);
            db.Add(access);
            return access;
        });
        // The database says when it begins, and whether it waits.
        return await AsAsync(by, (_, db) => db.EmergencyAccesses.AsNoTracking().SingleAsync(a => a.Id == asked.Id));
    }
}
