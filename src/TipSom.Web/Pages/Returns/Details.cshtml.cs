using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Domain.Identity;
using TipSom.Domain.Reporting;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Returns;

/// <summary>The figures of a return with their shares, who wrote and who signed them, and the versions before.</summary>
[RequirePermission(Permission.ReadReturns)]
public sealed class DetailsModel(TipSomDbContext db, CurrentUser user) : ReturnPageModel(db, user)
{
    [FromQuery(Name = "version")]
    public int? Version { get; init; }

    [FromQuery(Name = "done")]
    public ReturnNotice? Notice { get; init; }

    public FigureSet Figures { get; private set; } = FigureSet.Nothing;

    protected override Return? Choose(IReadOnlyList<Return> versions) =>
        Version is { } asked ? versions.FirstOrDefault(r => r.Version == asked) : versions[0];

    public void OnGet() => Figures = Return.Figures;
}
