using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace TipSom.Web.TagHelpers;

/// <summary>One answer of several. What stands inside the element follows the choices: a question that depends on them.</summary>
[HtmlTargetElement("ts-radios")]
public sealed class RadiosTagHelper(IStringLocalizer<Ui> texts) : QuestionTagHelper(texts)
{
    public required IEnumerable<Choice> Items { get; set; }

    /// <summary>Short answers side by side.</summary>
    public bool Inline { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var after = await output.GetChildContentAsync();
        OpenGroup(output);
        var options = Html.Element("div", Inline ? "options inline" : "options", null);
        foreach (var (index, choice) in Items.Index())
            options.InnerHtml.AppendHtml(Option("radio", choice, index, Values.Contains(choice.Value, StringComparer.OrdinalIgnoreCase)));
        output.Content.AppendHtml(options);
        if (!after.IsEmptyOrWhiteSpace)
            output.Content.AppendHtml(Html.Element("div", "depends", null).With(after));
    }
}

/// <summary>Any number of answers, bound to a list.</summary>
[HtmlTargetElement("ts-checkboxes")]
public sealed class CheckboxesTagHelper(IStringLocalizer<Ui> texts) : QuestionTagHelper(texts)
{
    // From so many on a list stands in columns where there is room.
    private const int Many = 10;

    public required IEnumerable<Choice> Items { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var after = await output.GetChildContentAsync();
        OpenGroup(output);
        var items = Items.ToList();
        var options = Html.Element("div", items.Count < Many ? "options" : "options many", null);
        foreach (var (index, choice) in items.Index())
            options.InnerHtml.AppendHtml(Option("checkbox", choice, index, Values.Contains(choice.Value, StringComparer.OrdinalIgnoreCase)));
        output.Content.AppendHtml(options);
        if (!after.IsEmptyOrWhiteSpace)
            output.Content.AppendHtml(Html.Element("div", "depends", null).With(after));
    }
}

/// <summary>One statement to tick, bound to a bool; nothing ticked posts nothing, which binds as false.</summary>
[HtmlTargetElement("ts-checkbox", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CheckboxTagHelper(IStringLocalizer<Ui> texts) : QuestionTagHelper(texts)
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        Html.AddClass(output, Error is null ? "field" : "field has-error");
        var (hint, error) = (Hint, Error);
        Hint = null;
        AddHintAndError(output.Content);
        var box = (TagBuilder)Option("checkbox", new("true", LabelText, hint), 0, Values.Contains("true", StringComparer.OrdinalIgnoreCase));
        if (error is not null)
            output.Attributes.SetAttribute("role", "group");
        if (error is not null)
            output.Attributes.SetAttribute("aria-describedby", Id + "-error");
        output.Content.AppendHtml(box);
    }
}

/// <summary>One answer of many, by group where the items name one.</summary>
[HtmlTargetElement("ts-select", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SelectTagHelper(IStringLocalizer<Ui> texts) : QuestionTagHelper(texts)
{
    public required IEnumerable<Choice> Items { get; set; }

    /// <summary>The first, empty entry; none when null.</summary>
    public string? Empty { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        Html.AddClass(output, Error is null ? "field" : "field has-error");
        var label = Html.Element("label", null, null);
        label.MergeAttribute("for", Id);
        AddLabelText(label.InnerHtml);
        output.Content.AppendHtml(label);
        AddHintAndError(output.Content);

        var select = Html.Element("select", "w-l", null, Id);
        select.MergeAttribute("name", Name);
        if (DescribedBy is { } described)
            select.MergeAttribute("aria-describedby", described);
        if (Error is not null)
            select.MergeAttribute("aria-invalid", "true");
        if (Empty is not null)
            select.InnerHtml.AppendHtml(Entry(new("", Empty)));
        foreach (var group in Items.GroupBy(item => item.Group))
        {
            var entries = group.Key is null ? null : new TagBuilder("optgroup");
            entries?.MergeAttribute("label", group.Key);
            foreach (var item in group)
                (entries ?? select).InnerHtml.AppendHtml(Entry(item));
            if (entries is not null)
                select.InnerHtml.AppendHtml(entries);
        }

        output.Content.AppendHtml(select);
    }

    private TagBuilder Entry(Choice item)
    {
        var entry = Html.Element("option", null, item.Label);
        entry.MergeAttribute("value", item.Value);
        if (item.IsOwnWords)
            entry.MergeAttribute("dir", "auto");
        if (item.Value.Length > 0 && Values.Contains(item.Value, StringComparer.OrdinalIgnoreCase))
            entry.MergeAttribute("selected", "selected");
        return entry;
    }
}
