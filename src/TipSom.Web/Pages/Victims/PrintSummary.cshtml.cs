using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Domain.Audit;
using TipSom.Domain.Identity;
using TipSom.Web.Filters;
using TipSom.Web.Pages.Cases;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Victims;

/// <summary>Prints what the case knows of one person. A repeated post is another print, and is recorded as one.</summary>
[RequirePermission(Permission.PrintCases), StepUp, RepeatIsHarmless]
public sealed class PrintSummaryModel(TipSomDbContext db, RecordCipher cipher, CurrentUser user, TimeProvider clock, IStringLocalizer<Ui> texts)
    : PrintPageModel(db, cipher, user, clock, texts)
{
    [FromRoute]
    public int Position { get; init; }

    protected override PrintKind Kind => PrintKind.VictimSummary;

    protected override int? Only => Position;
}
