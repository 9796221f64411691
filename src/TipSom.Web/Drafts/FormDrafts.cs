using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.Extensions.Primitives;
using TipSom.Data.Drafts;
using TipSom.Domain;
using TipSom.Domain.Drafts;
using TipSom.Web.Binding;
using TipSom.Web.Security;

namespace TipSom.Web.Drafts;

/// <summary>The draft of the page that this request is about: kept from what was posted, or filled into the form that is shown.</summary>
public sealed class FormDrafts(
    DraftStore store, CurrentUser user, FormKeys keys, ParameterBinder binder, IModelBinderFactory binders, IModelMetadataProvider metadata)
{
    // What an address may carry besides what the page is about.
    private static readonly HashSet<string> Passing = new(StringComparer.OrdinalIgnoreCase) { "culture", "done", "handler", "draft", "added" };

    /// <summary>The page model of this request.</summary>
    public PageModel? Page { get; set; }

    /// <summary>The draft as this request left it; null where none was kept or looked for.</summary>
    public Draft? Current { get; private set; }

    /// <summary>Whether what was posted was not kept, whatever the reason.</summary>
    public bool IsPassedBy { get; private set; }

    /// <summary>The address a draft is kept under: path and query, without what only tells how the page is shown.</summary>
    public static string AddressOf(HttpRequest request) => request.Path + new QueryBuilder(request.Query
        .Where(q => !Passing.Contains(q.Key))
        .SelectMany(q => q.Value, (q, value) => KeyValuePair.Create(q.Key, value ?? ""))).ToString();

    /// <summary>The number of the case or referral in an address.</summary>
    public static string? NumberIn(string address)
    {
        foreach (var part in address.Split('/', '?'))
        {
            if (RecordNumber.TryParse(part, RecordNumber.CasePrefix, out var number) || RecordNumber.TryParse(part, RecordNumber.ReferralPrefix, out number))
                return number;
        }

        return null;
    }

    /// <summary>Keeps what was posted, unless there is a reason not to.</summary>
    public async Task<DraftOutcome> KeepAsync(HttpRequest request, IFormCollection form, CancellationToken ct)
    {
        var saved = await store.SaveAsync(TypedOf(user.Id, AddressOf(request), form), ct);
        (Current, IsPassedBy) = (saved.Draft, saved.Outcome != DraftOutcome.Kept);
        return saved.Outcome;
    }

    /// <summary>The page whose act was done, and whose draft ends with the note that it was; null where there is none.</summary>
    public string? Done { get; private set; }

    public void EndWithTheAct(HttpRequest request) => Done = AddressOf(request);

    /// <summary>What was typed, out of a posted form: no files, no passwords, nothing of the portal's own.</summary>
    public static IReadOnlyList<string[]> FieldsOf(IFormCollection form) =>
    [
        .. from field in form
           where IsKept(field.Key)
           from value in field.Value
           select (string[])[field.Key, value ?? ""]
    ];

    /// <summary>The same out of what the script of a form sends, name and value of each field as JSON; null where it is not that.</summary>
    public static IReadOnlyList<string[]>? FieldsOf(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<List<string[]>>(json) is { } fields && fields.All(f => f is [not null, not null])
                ? fields.FindAll(f => IsKept(f[0]))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether a field of this name is kept.</summary>
    public static bool IsKept(string name) =>
        !name.StartsWith("__", StringComparison.Ordinal) && !name.EndsWith("Password", StringComparison.OrdinalIgnoreCase);

    /// <summary>What somebody typed into a draft.</summary>
    public IReadOnlyList<string[]> Open(Draft draft) => store.Open(draft);

    /// <summary>Fills the page's own fields with its draft, as if it had been posted, and judges nothing. Null where there is none.</summary>
    public async Task<Draft?> FillAsync(ActionContext context, CancellationToken ct)
    {
        Current = await store.FindAsync(user.Id, AddressOf(context.HttpContext.Request), ct);
        if (Current is null || Page is null || context.ActionDescriptor is not CompiledPageActionDescriptor page)
            return Current;
        var handler = page.HandlerMethods.FirstOrDefault(h => string.IsNullOrEmpty(h.Name) && HttpMethods.IsPost(h.HttpMethod));
        if (handler is null)
            return Current;
        var fields = store.Open(Current).GroupBy(f => f[0], f => f[1]).Select(f => KeyValuePair.Create(f.Key, new StringValues([.. f])))
            // A form that has changed since the draft was kept: what it no longer asks is left out.
            .Where(f => keys.FirstUnexpected(page, handler, new FormCollection(new([f])), context.RouteData.Values) is null)
            .ToDictionary();
        var typed = new FormValueProvider(BindingSource.Form, new FormCollection(fields), CultureInfo.CurrentCulture);
        foreach (var property in page.BoundProperties.OfType<PageBoundPropertyDescriptor>().Where(p => TextBinderProvider.IsFromValues(p.BindingInfo ?? new())))
        {
            if (!typed.ContainsPrefix(property.BindingInfo?.BinderModelName ?? property.Name))
                continue;
            var type = metadata.GetMetadataForProperty(page.HandlerTypeInfo, property.Name);
            // As posted: the property's own binding demands a post.
            var asPosted = new ParameterDescriptor
            {
                Name = property.Name,
                ParameterType = property.ParameterType,
                BindingInfo = new BindingInfo(property.BindingInfo ?? new()) { RequestPredicate = null }
            };
            var bind = binders.CreateBinder(new ModelBinderFactoryContext { BindingInfo = asPosted.BindingInfo, Metadata = type, CacheToken = property });
            var bound = await binder.BindModelAsync(context, bind, typed, asPosted, type, null, Page);
            if (bound.IsModelSet)
                property.Property.SetValue(Page, bound.Model);
        }

        foreach (var entry in context.ModelState.Values)
        {
            entry.Errors.Clear();
            entry.ValidationState = ModelValidationState.Valid;
        }

        return Current;
    }

    private static TypedForm TypedOf(Guid user, string page, IFormCollection form) => new(
        user, page, TitleOf(form[FormKeys.Draft]), NumberIn(page), Guid.TryParse(form[FormKeys.Once], out var key) ? key : Guid.Empty,
        long.TryParse(form[FormKeys.DraftVersion], CultureInfo.InvariantCulture, out var version) ? version : 0, FieldsOf(form));

    /// <summary>The title comes from a form, so it must be one of the portal's own texts.</summary>
    public static string TitleOf(string? title) => title is not null && Localisation.Translations.Urdu.ContainsKey(title) && title.Length <= Draft.TitleMaxLength
        ? title
        : throw new BadHttpRequestException("Not the title of a form.");
}
