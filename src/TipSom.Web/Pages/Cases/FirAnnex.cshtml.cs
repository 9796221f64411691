using Microsoft.Extensions.Localization;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Domain.Audit;
using TipSom.Domain.Identity;
using TipSom.Web.Filters;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Cases;

/// <summary>Prints the facts of a case and its people, to go with the FIR. A repeated post is another print, and is recorded as one.</summary>
[RequirePermission(Permission.PrintCases), StepUp, RepeatIsHarmless]
public sealed class FirAnnexModel(TipSomDbContext db, RecordCipher cipher, CurrentUser user, TimeProvider clock, IStringLocalizer<Ui> texts)
    : PrintPageModel(db, cipher, user, clock, texts)
{
    protected override PrintKind Kind => PrintKind.FirAnnex;
}
