using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace TipSom.Web.TagHelpers;

/// <summary>What every question has: a name, a label, a hint, what was typed before, and what was wrong with it.</summary>
public abstract class QuestionTagHelper(IStringLocalizer<Ui> texts) : TagHelper
{
    [HtmlAttributeName("asp-for")]
    public required ModelExpression For { get; set; }

    public string? Label { get; set; }

    public string? Hint { get; set; }

    /// <summary>Adds "(optional)" to the label; required questions carry no mark.</summary>
    public bool Optional { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    protected IStringLocalizer<Ui> Texts { get; } = texts;

    protected string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    protected string Id => IdOf(Name);

    protected string LabelText => Label ?? For.Metadata.DisplayName ?? For.Metadata.PropertyName ?? Name;

    protected string? Error => State?.Errors.Select(e => e.ErrorMessage).FirstOrDefault(m => m.Length > 0);

    protected string? DescribedBy
    {
        get
        {
            var ids = string.Join(' ', new[] { Hint is null ? null : Id + "-hint", Error is null ? null : Id + "-error" }.Where(id => id is not null));
            return ids.Length == 0 ? null : ids;
        }
    }

    private ModelStateEntry? State => ViewContext.ViewData.ModelState.TryGetValue(Name, out var entry) ? entry : null;

    internal static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "_");

    /// <summary>What was posted, else what the model holds, in the form a form posts it.</summary>
    protected IReadOnlyList<string> Values => State?.RawValue switch
    {
        string typed => [typed],
        IEnumerable<string> typed => [.. typed],
        _ => For.Model switch
        {
            null => [],
            string text => [text],
            System.Collections.IEnumerable many => [.. many.Cast<object?>().Select(Text)],
            var one => [Text(one)],
        },
    };

    private static string Text(object? value) => value switch
    {
        null => "",
        bool yes => yes ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    protected void AddLabelText(IHtmlContentBuilder label)
    {
        label.Append(LabelText);
        if (Optional)
            label.AppendHtml(Html.Element("span", "optional", $" ({Texts["optional"]})"));
    }

    protected void AddHintAndError(TagHelperContent content)
    {
        if (Hint is not null)
            content.AppendHtml(Html.Element("p", "hint", Hint, Id + "-hint"));
        if (Error is { } error)
        {
            var line = Html.Element("p", "error", null, Id + "-error");
            line.InnerHtml.AppendHtml(Html.Element("span", "hidden", Texts["Error:"] + " ")).Append(error);
            content.AppendHtml(line);
        }
    }

    protected void OpenGroup(TagHelperOutput output)
    {
        output.TagName = "fieldset";
        output.TagMode = TagMode.StartTagAndEndTag;
        Html.AddClass(output, "field");
        if (Error is not null)
            Html.AddClass(output, "has-error");
        if (DescribedBy is { } described)
            output.Attributes.SetAttribute("aria-describedby", described);
        var legend = new TagBuilder("legend");
        AddLabelText(legend.InnerHtml);
        output.Content.AppendHtml(legend);
        AddHintAndError(output.Content);
    }

    /// <summary>One radio or check box with its label; the first keeps the question's id, where the error summary points.</summary>
    protected IHtmlContent Option(string type, Choice choice, int index, bool isChosen)
    {
        var id = index == 0 ? Id : $"{Id}-{index}";
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.MergeAttributes(new Dictionary<string, string?> { ["type"] = type, ["name"] = Name, ["id"] = id, ["value"] = choice.Value });
        if (isChosen)
            input.MergeAttribute("checked", "checked");
        if (choice.Hint is not null)
            input.MergeAttribute("aria-describedby", id + "-hint");
        var label = new TagBuilder("label");
        label.MergeAttribute("for", id);
        label.InnerHtml.Append(choice.Label);
        var option = new TagBuilder("div");
        option.AddCssClass("option");
        option.InnerHtml.AppendHtml(input).AppendHtml(label);
        if (choice.Hint is not null)
            option.InnerHtml.AppendHtml(Html.Element("p", "hint", choice.Hint, id + "-hint"));
        return option;
    }
}
