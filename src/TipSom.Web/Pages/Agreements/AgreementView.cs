using TipSom.Data;
using TipSom.Domain.Agreements;
using TipSom.Web.Localisation;

namespace TipSom.Web.Pages.Agreements;

/// <summary>An agreement with the names in its terms and where it stands.</summary>
public sealed record AgreementView(Agreement Agreement, TermsView Names, AgreementStanding Standing)
{
    /// <summary>Looks the names up, for all of them at once.</summary>
    public static async Task<IReadOnlyList<AgreementView>> OfAsync(
        TipSomDbContext db, IReadOnlyCollection<Agreement> agreements, DateOnly today, CancellationToken ct)
    {
        var names = await TermsView.OfAsync(db, [.. agreements.Select(a => a.Terms)], ct);
        return [.. agreements.Zip(names, (a, n) => new AgreementView(a, n, AgreementStanding.Of(a, today)))];
    }
}
