using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TipSom.Domain.Reference;

namespace TipSom.Data.Mapping;

internal sealed class CodeListEntryMapping : IEntityTypeConfiguration<CodeListEntry>
{
    public void Configure(EntityTypeBuilder<CodeListEntry> builder)
    {
        builder.ToTable("code_list_entries", "reference");
        builder.HasKey(entry => new { entry.List, entry.Code });
    }
}
