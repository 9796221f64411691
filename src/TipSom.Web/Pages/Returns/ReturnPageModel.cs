using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TipSom.Data;
using TipSom.Domain;
using TipSom.Domain.Identity;
using TipSom.Domain.Reporting;
using TipSom.Web.Filters;
using TipSom.Web.Localisation;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Returns;

/// <summary>A page on a return: its versions, newest first, and the one the page is about.</summary>
public abstract class ReturnPageModel(TipSomDbContext db, CurrentUser user) : RecordPageModel
{
    [FromRoute(Name = "number")]
    public string Number { get; init; } = "";

    public IReadOnlyList<Return> Versions { get; private set; } = [];

    public Return Return { get; private set; } = null!;

    public BilingualName Agency { get; private set; } = null!;

    public string Address => $"/returns/{Return.Number}";

    /// <summary>Whether the reader is posted where it is written.</summary>
    public bool IsOwn => user.UnitId == Return.UnitId;

    protected TipSomDbContext Db { get; } = db;

    protected Actor Actor => user.Actor;

    /// <summary>The version the page is about; null where there is none such.</summary>
    protected abstract Return? Choose(IReadOnlyList<Return> versions);

    public override async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (!RecordNumber.TryParse(Number, RecordNumber.ReturnPrefix, out var number))
            return NotFound();
        Versions = await Db.Returns.Include(r => r.Cells).Where(r => r.Number == number).OrderByDescending(r => r.Version).ToListAsync(ct);
        if (Versions.Count == 0 || Choose(Versions) is not { } chosen)
            return NotFound();
        Return = chosen;
        Agency = await Db.Units.Where(u => u.Id == chosen.UnitId).Join(Db.Agencies, u => u.AgencyId, g => g.Id, (u, g) => u.ParentId == null
            ? new BilingualName(g.NameEn, g.NameUr) : new BilingualName(u.NameEn, u.NameUr)).SingleAsync(ct);
        return null;
    }

    /// <summary>The draft, where the reader may write it.</summary>
    protected Return? OwnDraft(IReadOnlyList<Return> versions) =>
        versions.FirstOrDefault(r => r.Status == ReturnStatus.Draft && r.UnitId == user.UnitId);

    /// <summary>The signed version, where the reader may correct it.</summary>
    protected Return? OwnSigned(IReadOnlyList<Return> versions) =>
        versions.FirstOrDefault(r => r.Status == ReturnStatus.SignedOff && r.UnitId == user.UnitId);
}
