using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using TipSom.Data.Drafts;
using TipSom.Domain;
using TipSom.Domain.Drafts;
using TipSom.Web.Binding;

namespace TipSom.Web.Drafts;

/// <summary>
/// What a form that asked for a draft (<c>ts-draft</c>) gets when it is posted: "save and leave" keeps it and judges nothing; a page
/// shown again keeps it too; an act that was done ends it, in the transaction of the act.
/// </summary>
public sealed class DraftFilter(FormDrafts drafts, IModelMetadataProvider metadata) : IAsyncPageFilter, IOrderedFilter
{
    /// <summary>Where one is after leaving.</summary>
    public const string AfterLeaving = "/?draft=kept";

    // Inside the filter that does each form once: leaving twice keeps once.
    public int Order => int.MinValue + 400;

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        drafts.Page = context.HandlerInstance as PageModel;
        var request = context.HttpContext.Request;
        var ct = context.HttpContext.RequestAborted;
        var form = HttpMethods.IsPost(request.Method) && request.HasFormContentType && context.HttpContext.User.Identity?.IsAuthenticated == true
            ? await request.ReadFormAsync(ct)
            : null;
        if (form is null || !form.ContainsKey(FormKeys.Draft) || FormDrafts.AddressOf(request).Length > Draft.PageMaxLength)
        {
            await next();
            return;
        }

        if (form.ContainsKey(FormKeys.Leave))
        {
            context.Result = await drafts.KeepAsync(request, form, ct) switch
            {
                DraftOutcome.Kept => new LocalRedirectResult(AfterLeaving),
                DraftOutcome.NewerElsewhere => Choice(context, form),
                DraftOutcome.TooLong => throw new RuleBrokenException("A draft holds at most 64 KB. Shorten what you wrote."),
                DraftOutcome.TooMany => throw new RuleBrokenException(Draft.TooMany)
            };
            return;
        }

        var executed = await next();
        if (executed.Exception is not null)
            return;
        if (executed.Result is PageResult)
            await drafts.KeepAsync(request, form, ct);
        else if (executed.Result is LocalRedirectResult or RedirectToPageResult)
            drafts.EndWithTheAct(request);
    }

    private ViewResult Choice(PageHandlerExecutingContext context, IFormCollection form) => new()
    {
        ViewName = "/Pages/Drafts/_Choice.cshtml",
        StatusCode = StatusCodes.Status409Conflict,
        ViewData = new ViewDataDictionary<TwoDrafts>(metadata, new ModelStateDictionary())
        {
            Model = new TwoDrafts(
                FormDrafts.AddressOf(context.HttpContext.Request), form[FormKeys.Draft]!, form[FormKeys.Once]!, drafts.Current!,
                FormDrafts.FieldsOf(form), drafts.Open(drafts.Current!))
        }
    };
}

/// <summary>What was typed here, and the newer draft from elsewhere.</summary>
public sealed record TwoDrafts(string Page, string Title, string FormKey, Draft Kept, IReadOnlyList<string[]> Here, IReadOnlyList<string[]> There)
{
    /// <summary>What one of them says and the other does not.</summary>
    public static IEnumerable<string> Only(IReadOnlyList<string[]> one, IReadOnlyList<string[]> other) =>
        one.Where(f => f[1].Length > 0 && !other.Any(o => o[0] == f[0] && o[1] == f[1])).Select(f => f[1]);
}
