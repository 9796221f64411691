using Microsoft.EntityFrameworkCore;
using TipSom.Data.Encryption;
using TipSom.Domain.Referrals;

namespace TipSom.Data.Referrals;

/// <summary>Opens what a referral carries under seal, for either side. Null where row security does not let the reader have it now.</summary>
public static class ReferralContents
{
    /// <summary>When, where and by whom the person is met.</summary>
    public static async Task<OpenedArrival?> ArrivalOfAsync(this TipSomDbContext db, RecordCipher cipher, Referral referral, CancellationToken ct) =>
        await db.ArrivalArrangements.AsNoTracking().SingleOrDefaultAsync(a => a.ReferralId == referral.Id, ct) is { } kept
            && referral.ArrivalExpectedAt is { } when && cipher.OpenUnlessErased<ArrivalDetails>(SealKinds.Arrival, referral.Id, kept.SealedDetails) is { } details
            ? new OpenedArrival(when, kept.Place, details)
            : null;

    /// <summary>Stage one: what is needed, without identity.</summary>
    public static Task<NeedsDisclosure?> NeedsOfAsync(this TipSomDbContext db, RecordCipher cipher, Referral referral, CancellationToken ct) =>
        db.NewestAsync<NeedsDisclosure>(cipher, referral, DisclosureStage.Needs, ct);

    /// <summary>Stage two: the identity. Who shows it records an <see cref="Domain.Audit.IdentityOpening"/> or its like first.</summary>
    public static Task<IdentityDisclosure?> IdentityOfAsync(this TipSomDbContext db, RecordCipher cipher, Referral referral, CancellationToken ct) =>
        db.NewestAsync<IdentityDisclosure>(cipher, referral, DisclosureStage.Identity, ct);

    private static async Task<T?> NewestAsync<T>(
        this TipSomDbContext db, RecordCipher cipher, Referral referral, DisclosureStage stage, CancellationToken ct)
        where T : class
    {
        var copy = await db.Disclosures.AsNoTracking()
            .Where(d => d.ReferralId == referral.Id && d.Stage == stage)
            .OrderByDescending(d => d.Version)
            .Select(d => new { d.Id, d.SealedContent })
            .FirstOrDefaultAsync(ct);
        return copy is null ? null : cipher.Open<T>(SealKinds.Disclosure, copy.Id, copy.SealedContent);
    }
}

/// <summary>An arrangement as both sides read it.</summary>
/// <param name="When">When the person is expected.</param>
/// <param name="Place">Where they meet.</param>
/// <param name="Details">Who meets, telephone and directions.</param>
public sealed record OpenedArrival(DateTimeOffset When, ArrivalPlace Place, ArrivalDetails Details)
{
    /// <summary>Never prints what it holds.</summary>
    public override string ToString() => nameof(OpenedArrival);
}
