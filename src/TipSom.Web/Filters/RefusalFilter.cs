using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Npgsql;
using TipSom.Data.Mapping;
using TipSom.Domain;
using TipSom.Domain.Agencies;
using TipSom.Domain.Agreements;
using TipSom.Domain.Assessment;
using TipSom.Domain.Cases;
using TipSom.Domain.Finding;
using TipSom.Domain.Law;
using TipSom.Domain.Reporting;
using TipSom.Domain.Reporting.Exports;
using TipSom.Domain.Retention;
using TipSom.Web.Security;

namespace TipSom.Web.Filters;

/// <summary>A page that shows a record and can show it again as it stands now.</summary>
public interface IShowsRecord
{
    /// <summary>Loads what the page shows; null when it is there, otherwise the answer to give instead.</summary>
    Task<IActionResult?> LoadAsync(CancellationToken ct);
}

/// <summary>
/// Turns what the domain or the database refuses into the same page with 409, the sentence on it and everything typed kept. The one
/// place that catches.
/// </summary>
public sealed class RefusalFilter(RequestTransaction transaction, IStringLocalizer<Ui> texts, ILogger<RefusalFilter> log)
    : IAsyncPageFilter, IOrderedFilter
{
    public int Order => int.MinValue + 200;

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var executed = await next();
        if (executed.Exception is null || executed.ExceptionHandled || context.HandlerInstance is not PageModel page)
            return;
        if (SentenceOf(executed.Exception) is not { } sentence)
            return;

        log.LogInformation("Refused by a rule at {Page}", context.ActionDescriptor.ViewEnginePath);
        executed.ExceptionHandled = true;
        // What the refused attempt changed must not be shown as if it had happened.
        await transaction.RefuseAsync(AuditCodes.OfPage(context.HttpContext.GetEndpoint(), StatusCodes.Status409Conflict), context.HttpContext.RequestAborted);
        if (page is IShowsRecord shows && await shows.LoadAsync(context.HttpContext.RequestAborted) is { } instead)
        {
            executed.Result = instead;
            return;
        }

        page.ModelState.AddModelError("", sentence);
        page.Response.StatusCode = StatusCodes.Status409Conflict;
        executed.Result = page.Page();
    }

    private string? SentenceOf(Exception exception) => exception switch
    {
        RuleBrokenException broken => texts[broken.Sentence, [.. broken.Arguments]],
        DbUpdateConcurrencyException => texts["Somebody else changed this while you were reading it. Look at it again before you go on."],
        DbUpdateException { InnerException: PostgresException refused } => SentenceOf(refused)?.Value,
        PostgresException refused => SentenceOf(refused)?.Value,
        _ => null
    };

    private LocalizedString? SentenceOf(PostgresException refused) => refused switch
    {
        // The sentences of the functions in the schema security are the domain's own.
        { SqlState: "TS001" } => texts[refused.MessageText],
        { ConstraintName: ReferralMapping.OneRoundPerNeed } => texts["This need already has an open referral. Withdraw it before you send another."],
        { ConstraintName: ReferralMapping.OneAcceptancePerNeed } => texts["Another provider has already accepted this need."],
        { ConstraintName: ReferralMapping.AskedOnce } => texts["This provider was already asked for this need."],
        // Two who touch the same need in a different order, or too many at once: the server let others pass.
        { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable } => texts["Somebody else changed this while you were reading it. Look at it again before you go on."],
        { ConstraintName: VictimMapping.OnePerPosition or SuspectMapping.OnePerPosition } => texts["Somebody else changed this while you were reading it. Look at it again before you go on."],
        { ConstraintName: SuspectMapping.AccusedOnce } => texts["This person is entered as accused already."],
        { ConstraintName: ReferralMapping.OneEventPerStep or ReferralMapping.OneArrangementPerReferral } => texts["Somebody else changed this while you were reading it. Look at it again before you go on."],
        { ConstraintName: FirstInformationReportMapping.OneNumber } => texts[FirstInformationReport.NumberTaken],
        { ConstraintName: CaseOffenceMapping.ChosenOnce } => texts[CaseOffence.ChosenAlready],
        { ConstraintName: ChargeMapping.ChargedOnce } => texts[Charge.ChargedAlready],
        { ConstraintName: LeadTransferMapping.OneUnderWay } => texts[LeadTransfer.OneAtATime],
        { ConstraintName: { } name } when name.StartsWith(VersionsMapping.KeyPrefix, StringComparison.Ordinal) => texts[Writing.NotReadYet],
        { ConstraintName: ErasureMapping.OneUnderWay } => texts[Erasure.OneAtATime],
        { ConstraintName: AgreementMapping.OneAtATime } => texts[Agreement.DaysTaken],
        { ConstraintName: AgreementMapping.OneNumber } => texts[Agreement.NumberTaken],
        { ConstraintName: AgreementVersionMapping.OneAwaiting or AgreementVersionMapping.OneVersion } => texts[Agreement.ChangeWaits],
        { ConstraintName: AgencyMapping.OneCode } => texts[Agency.CodeTaken],
        { ConstraintName: UnitMapping.OneCode } => texts[Unit.CodeTaken],
        { ConstraintName: PersonLinkMapping.OneLinkPerPair } => texts["These two are linked already."],
        { ConstraintName: ReturnMapping.OneAtATime } => texts[Return.IsCovered],
        { ConstraintName: ReturnMapping.OneDraft } => texts[Return.DraftIsThere],
        { ConstraintName: ExportTemplateMapping.OneVersion } => texts[ExportTemplate.Overtaken],
        { ConstraintName: PublishedFigureMapping.OneStanding } => texts[PublishedFigure.StandsAlready],
        { ConstraintName: PersonMergeMapping.OneMergePerPerson } => texts[PersonMerge.AlreadyMerged],
        _ => null
    };
}
