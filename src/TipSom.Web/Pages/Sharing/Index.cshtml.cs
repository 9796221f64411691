using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Data.Cases;
using TipSom.Domain.Audit;
using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Web.Localisation;
using TipSom.Web.Pages.Cases;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Sharing;

/// <summary>Who has access to a case now, by what, and until when; who had; and who opened an identity.</summary>
[RequirePermission(Permission.ReadCases)]
public sealed class IndexModel(TipSomDbContext db, CaseSharing sharing, TimeProvider clock) : CasePageModel(db)
{
    private const int LinesShown = 100;

    /// <summary>What was just done, one of <see cref="SharingNotice"/>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    /// <summary>The unit that holds the case and those above it, the holder first.</summary>
    public IReadOnlyList<BilingualName> Holders { get; private set; } = [];

    public IReadOnlyList<ShareView> Shares { get; private set; } = [];

    public IReadOnlyList<TransferView> Transfers { get; private set; } = [];

    public IReadOnlyList<Looked> Openings { get; private set; } = [];

    /// <summary>Whether an offer of the lead waits for somebody.</summary>
    public bool IsOffered => Transfers.Any(t => t.Transfer.IsUnderWay);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var today = PakistanTime.DayOf(clock.GetUtcNow());
        Holders = await Db.Database.SqlQuery<UnitName>($"""
            with recursive up as (
                select u.id, u.parent_id, u.name_en, u.name_ur, 0 as place from identity.units u where u.id = {Case.HoldingUnitId}
                union all
                select p.id, p.parent_id, p.name_en, p.name_ur, up.place + 1 from identity.units p join up on p.id = up.parent_id)
            select name_en as "NameEn", name_ur as "NameUr", place as "Place" from up
            """).OrderBy(u => u.Place).Select(u => new BilingualName(u.NameEn, u.NameUr)).ToListAsync(ct);
        var shares = await ShareView.Of(Db, Case.Id).ToListAsync(ct);
        Shares = [.. shares.Select(s => s with { Reason = sharing.ReasonOf(s.Share), IsInForce = s.Share.IsInForce(today) }).OrderByDescending(s => s.IsInForce)];
        var transfers = await TransferView.Of(Db, Case.Number).ToListAsync(ct);
        Transfers = [.. transfers.Select(t => t with { Reason = sharing.ReasonOf(t.Transfer), Answer = sharing.AnswerOf(t.Transfer) })];
        Openings = await (
                from o in Db.IdentityOpenings.AsNoTracking()
                join u in Db.Units on o.ActorUnitId equals u.Id
                join v in Db.Victims on o.VictimId equals v.Id
                where o.CaseId == Case.Id
                orderby o.At descending
                select new Looked(o, new BilingualName(u.NameEn, u.NameUr), v.Position))
            .Take(LinesShown).ToListAsync(ct);
    }

    /// <summary>An opened identity, the unit of who opened it, and whose it was.</summary>
    public sealed record Looked(IdentityOpening Opening, BilingualName Unit, int Person);

    private sealed record UnitName(string NameEn, string NameUr, int Place);
}

/// <summary>What the page may say was just done; anything else in the address says nothing.</summary>
public static class SharingNotice
{
    public const string Asked = "asked";
    public const string Shared = "shared";
    public const string Refused = "refused";
    public const string TakenBack = "taken-back";
    public const string Proposed = "proposed";
    public const string Offered = "offered";
    public const string OfferTakenBack = "offer-taken-back";

    /// <summary>The sentence, as the key of its translation; null for anything else.</summary>
    public static string? TextOf(string? done) => done switch
    {
        Asked => "A supervisor was asked to decide. Nobody else sees the case yet.",
        Shared => "The case is shared. The other unit was told.",
        Refused => "It was refused. Nobody else sees the case.",
        TakenBack => "It was taken back. That unit sees the case no longer.",
        Proposed => "A supervisor was asked to approve it. Nothing moves yet; you go on caring for the person.",
        Offered => "The other agency was asked. Nothing moves until it accepts; you go on caring for the person.",
        OfferTakenBack => "The offer was taken back. You keep the case.",
        _ => null
    };
}
