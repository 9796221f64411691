using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using TipSom.Domain.Cases;
using TipSom.Domain.Victims;

namespace TipSom.Data.Encryption;

/// <summary>Keeps the hashes of an identity with the save that keeps the identity, wherever that is done.</summary>
public sealed class IdentityHashInterceptor(RecordCipher cipher, IdentityHashes hashes) : SaveChangesInterceptor
{
    /// <summary>Names of the columns' properties, which only this program's search knows.</summary>
    public const string Numbers = "NumberHashes", Phone = "PhoneHash", Agency = "HashedForAgencyId";

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        foreach (var identity in Saved(eventData.Context!))
            Hash(identity, AgencyOf(eventData.Context!, identity) ?? Holders(eventData.Context!, identity).Single());
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        foreach (var identity in Saved(eventData.Context!))
            Hash(identity, AgencyOf(eventData.Context!, identity) ?? await Holders(eventData.Context!, identity).SingleAsync(cancellationToken));
        return result;
    }

    private static List<EntityEntry<VictimIdentity>> Saved(DbContext db) =>
    [
        .. db.ChangeTracker.Entries<VictimIdentity>()
            .Where(e => e.State == EntityState.Added || e.State == EntityState.Modified && e.Property(i => i.SealedDetails).IsModified)
    ];

    private static Guid? AgencyOf(DbContext db, EntityEntry<VictimIdentity> identity) =>
        db.Set<Case>().Local.FindEntry(identity.Entity.CaseId)?.Entity.HoldingAgencyId;

    private static IQueryable<Guid> Holders(DbContext db, EntityEntry<VictimIdentity> identity) =>
        db.Set<Case>().Where(c => c.Id == identity.Entity.CaseId).Select(c => c.HoldingAgencyId);

    // Opened here and forgotten; only the hashes go on.
    private void Hash(EntityEntry<VictimIdentity> identity, Guid agency)
    {
        var details = cipher.Open<IdentityDetails>(SealKinds.Identity, identity.Entity.VictimId, identity.Entity.SealedDetails);
        var kept = hashes.Of(agency, details);
        identity.Property<Guid[]?>(Numbers).CurrentValue = kept.Numbers;
        identity.Property<Guid?>(Phone).CurrentValue = kept.Phone;
        identity.Property<Guid?>(Agency).CurrentValue = agency;
    }
}
