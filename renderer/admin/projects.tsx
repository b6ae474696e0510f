import { Select, Text } from '@mantine/core';
import { useState } from 'react';
import type { AdminKeySummary } from '../../shared/admin/change';
import type { ProjectPlace } from '../../shared/ipc/calls/admin';
import type { Say } from '../../shared/messages/say';
import { useText } from '../text/use-text';
import { Section } from '../ui/page';
import { ProjectView } from './project-view';
import { type KeyProjects, useProjects } from './queries';

/** Key and project in one value; neither can hold a blank. */
function optionOf(place: ProjectPlace): string {
  return `${place.keyId} ${place.project}`;
}

function placeOf(value: string | null): ProjectPlace | null {
  const [keyId, project] = value?.split(' ') ?? [];
  return keyId === undefined || project === undefined ? null : { keyId, project };
}

function optionsOf(groups: readonly KeyProjects[], say: Say) {
  return groups
    .filter(({ projects }) => projects.length > 0)
    .map(({ key, projects }) => ({
      group: key.label,
      items: projects.map(({ id, name, status }) => ({
        value: optionOf({ keyId: key.id, project: id }),
        label: status === 'archived' ? `${name} (${say('admin.projects.archived')})` : name,
      })),
    }));
}

/** One project at a time: its list, its limits, and what can be changed. */
export function Projects({ keys }: { readonly keys: readonly AdminKeySummary[] }) {
  const { say } = useText();
  const [chosen, setChosen] = useState<string | null>(null);
  const options = optionsOf(useProjects(keys), say);
  const place = placeOf(chosen);
  return (
    <Section title={say('admin.projects.title')} lead={say('admin.projects.lead')}>
      {options.length === 0 ? (
        <Text size="sm" c="dimmed">
          {say('admin.projects.none')}
        </Text>
      ) : (
        <Select
          label={say('admin.projects.choose')}
          placeholder={say('admin.projects.placeholder')}
          data={options}
          value={chosen}
          onChange={setChosen}
          searchable
          nothingFoundMessage={say('admin.projects.search')}
          maw={460}
        />
      )}
      {place !== null && <ProjectView key={optionOf(place)} place={place} />}
    </Section>
  );
}
