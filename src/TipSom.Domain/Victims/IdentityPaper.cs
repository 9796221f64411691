namespace TipSom.Domain.Victims;

/// <summary>A paper of identity. Sealed with the identity; never printed.</summary>
/// <param name="KindCode">Kind (code list <c>id_kind</c>).</param>
/// <param name="Number">Number as it is kept; null where it is not known.</param>
/// <param name="CountryCode">Country that issued it (ISO 3166-1 alpha-2).</param>
/// <param name="IsHeldByTrafficker">Whether the trafficker took or keeps it (PTPA 2018, s. 4(c)).</param>
/// <param name="WasSeen">Whether an officer saw it.</param>
public sealed record IdentityPaper(string KindCode, string? Number, string? CountryCode, bool IsHeldByTrafficker, bool WasSeen)
{
    /// <summary>Never prints what it holds.</summary>
    public override string ToString() => nameof(IdentityPaper);
}
