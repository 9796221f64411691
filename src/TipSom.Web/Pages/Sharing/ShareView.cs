using TipSom.Data;
using TipSom.Domain.Cases;
using TipSom.Web.Localisation;

namespace TipSom.Web.Pages.Sharing;

/// <summary>A share as the pages show it.</summary>
/// <param name="Share">The share.</param>
/// <param name="Unit">The unit it is with.</param>
/// <param name="Agency">Its agency.</param>
/// <param name="Reason">Why, opened.</param>
/// <param name="IsInForce">Whether that unit reads by it today.</param>
public sealed record ShareView(CaseShare Share, BilingualName Unit, BilingualName Agency, string Reason = "", bool IsInForce = false)
{
    /// <summary>The shares of a case, the newest first.</summary>
    public static IQueryable<ShareView> Of(TipSomDbContext db, Guid caseId) =>
        from s in db.CaseShares
        join u in db.Units on s.UnitId equals u.Id
        join a in db.Agencies on s.AgencyId equals a.Id
        where s.CaseId == caseId
        orderby s.AskedAt descending, s.Id descending
        select new ShareView(s, new BilingualName(u.NameEn, u.NameUr), new BilingualName(a.NameEn, a.NameUr), "", false);

    /// <summary>Never prints what it holds.</summary>
    public override string ToString() => nameof(ShareView);
}

/// <summary>An offer of the lead as the pages show it.</summary>
/// <param name="Transfer">The offer.</param>
/// <param name="From">Agency and unit that offer it.</param>
/// <param name="To">Agency and unit it is offered to.</param>
/// <param name="Reason">Why, opened.</param>
/// <param name="Answer">Why it was refused, opened.</param>
public sealed record TransferView(LeadTransfer Transfer, BilingualName From, BilingualName To, string Reason = "", string? Answer = null)
{
    /// <summary>The offers of a case's lead, the newest first.</summary>
    public static IQueryable<TransferView> Of(TipSomDbContext db, string caseNumber) =>
        from t in db.LeadTransfers
        join fu in db.Units on t.FromUnitId equals fu.Id
        join fa in db.Agencies on t.FromAgencyId equals fa.Id
        join tu in db.Units on t.ToUnitId equals tu.Id
        join ta in db.Agencies on t.ToAgencyId equals ta.Id
        where t.CaseNumber == caseNumber
        orderby t.ProposedAt descending, t.Id descending
        select new TransferView(
            t, new BilingualName(fa.NameEn + ": " + fu.NameEn, fa.NameUr + ": " + fu.NameUr),
            new BilingualName(ta.NameEn + ": " + tu.NameEn, ta.NameUr + ": " + tu.NameUr), "", null);

    /// <summary>Never prints what it holds.</summary>
    public override string ToString() => nameof(TransferView);
}
