using Microsoft.EntityFrameworkCore;
using TipSom.Data.Encryption;
using TipSom.Data.Identity;
using TipSom.Domain;
using TipSom.Domain.Audit;
using TipSom.Domain.Cases;
using TipSom.Domain.Emergency;

namespace TipSom.Data.Seeding;

/// <summary>Two openings in an emergency by an officer in Karachi: one that the national desk found justified, and one that waits for its review.</summary>
internal sealed class DemoEmergency(DemoStage stage)
{
    public async Task PlayAsync(Case @case, DateTimeOffset at, CancellationToken ct)
    {
        var (asker, desk) = (stage.Cast.Users[DemoPeople.KarachiOfficer], stage.Cast.Users[DemoPeople.Coordinator]);
        var access = await OpenAsync(@case, asker, at, EmergencyBasis.DangerToThePerson, "A caller names a bus that leaves Karachi tonight with the person on it.", ct);
        await stage.ActAsync(desk, at.AddHours(1), by =>
        {
            stage.Db.Add(new EmergencyReview(
                access, null, true, "The call stands in the station's diary, and the bus was stopped.", (id, note) => stage.Cipher.Seal(SealKinds.EmergencyNote, id, note),
                by, at.AddHours(1)));
        }, ct);
        await OpenAsync(@case, asker, at.AddHours(2), EmergencyBasis.MissingChildAlert, "An alert was given, and the child may be travelling with this person.", ct);
    }

    private async Task<EmergencyAccess> OpenAsync(Case @case, User asker, DateTimeOffset at, EmergencyBasis basis, string reason, CancellationToken ct)
    {
        var agency = await stage.Db.Agencies.SingleAsync(a => a.Id == asker.AgencyId, ct);
        EmergencyAccess access = null!;
        await stage.ActAsync(asker, at, by =>
        {
            access = EmergencyAccess.Ask(
                FreeNumbers.Candidates(RecordNumber.EmergencyPrefix, at)[0], EmergencySearch.ByCase(@case.Number, 1), basis, reason,
                (id, text) => stage.Cipher.Seal(SealKinds.EmergencyReason, id, text), agency, 0, by, at);
            stage.Db.Add(access);
        }, ct);
        var target = await stage.Db.EmergencyTargets.AsNoTracking().SingleAsync(t => t.AccessId == access.Id, ct);
        await stage.ActAsync(asker, at.AddMinutes(5), by => { stage.Db.Add(new IdentityOpening(access, target, by, at.AddMinutes(5))); }, ct);
        return access;
    }
}
