import {
  Button,
  Checkbox,
  Composer,
  ConfirmDialog,
  Dialog,
  FileDrop,
  Menu,
  Notice,
  Row,
  SearchSelect,
  Segments,
  Select,
  Stack,
  Tabs,
  TextArea,
  TextField,
  useToast,
} from '@daylight/web-ui';
import { useState } from 'react';

export function Form() {
  const [subject, setSubject] = useState('');
  const [service, setService] = useState<'web' | 'db' | ''>('web');
  const [asset, setAsset] = useState<'a' | 'b' | null>('a');
  const [impact, setImpact] = useState<'all' | 'some' | 'one'>('some');
  const [quiet, setQuiet] = useState(true);
  return (
    <Stack>
      <TextField
        label="제목"
        required
        description="무엇이 언제부터 안 되는지 적어 주십시오."
        value={subject}
        onChange={setSubject}
        placeholder="예: 결제 승인 지연"
        error="제목을 입력해 주십시오."
      />
      <Select
        label="서비스"
        value={service}
        onChange={setService}
        options={[
          { value: 'web', label: '온프레미스 웹 서비스' },
          { value: 'db', label: '데이터베이스 운영' },
        ]}
      />
      <SearchSelect
        label="자산"
        value={asset}
        onChange={setAsset}
        options={[
          { value: 'a', label: '한빛-WEB-01' },
          { value: 'b', label: '한빛-DB-02' },
        ]}
      />
      <Segments
        label="영향 범위"
        value={impact}
        onChange={setImpact}
        options={[
          { value: 'all', label: '전체' },
          { value: 'some', label: '일부' },
          { value: 'one', label: '한 명' },
        ]}
      />
      <TextArea label="내용" value="" onChange={() => undefined} rows={3} />
      <Checkbox
        label="비공개 티켓으로 등록"
        description="지정한 사람만 볼 수 있습니다."
        checked={quiet}
        onChange={setQuiet}
      />
    </Stack>
  );
}

export function Writing() {
  return (
    <Stack>
      <Composer
        label="답장"
        submitLabel="보내기"
        initial="로그를 확인했습니다."
        audiences={['PUBLIC', 'INTERNAL']}
        onSubmit={() => Promise.resolve(true)}
      />
      <FileDrop
        label="파일 선택"
        maxBytes={25 * 1_048_576}
        files={[
          { id: '1', name: '오류-화면.png', bytes: 482_133, progress: 0.6, error: null },
          { id: '2', name: 'access.log', bytes: 12_482_133, progress: null, error: null },
        ]}
        onAdd={() => undefined}
        onRemove={() => undefined}
      />
      <TabsSample />
    </Stack>
  );
}

function TabsSample() {
  const [tab, setTab] = useState<'talk' | 'history'>('talk');
  return (
    <Tabs
      label="Ticket"
      value={tab}
      onChange={setTab}
      tabs={[
        { id: 'talk', label: '대화', count: 4, content: '대화 내용' },
        { id: 'history', label: '이력', content: '이력' },
      ]}
    />
  );
}

export function Overlays() {
  const toast = useToast();
  const [dialog, setDialog] = useState(false);
  const [confirm, setConfirm] = useState(false);
  return (
    <Stack>
      <Notice title="이 수치는 이의 제기 중입니다">리뷰에는 양쪽 계산을 함께 표시합니다.</Notice>
      <Notice tone="warn">9월 3일 점검 공지가 계약한 기한보다 늦었습니다.</Notice>
      <Notice tone="danger" title="등록하지 못했습니다">
        제목을 입력해 주십시오.
      </Notice>
      <Notice tone="ok">서명이 완료되었습니다.</Notice>
      <Row>
        <Button onClick={() => setDialog(true)}>Dialog</Button>
        <Button look="danger" onClick={() => setConfirm(true)}>
          Confirm
        </Button>
        <Button look="quiet" onClick={() => toast({ text: '티켓을 나에게 배정했습니다.', undo: () => undefined })}>
          Toast
        </Button>
        <Menu
          trigger={<Button>Menu</Button>}
          groups={[
            [
              { id: 'a', label: '나에게 배정', keys: 'KeyA' },
              { id: 'b', label: '우선순위 변경', keys: 'KeyP' },
            ],
            [{ id: 'c', label: '취소 처리', danger: true }],
          ]}
        />
        <Button busy>Busy</Button>
        <Button disabled>Disabled</Button>
      </Row>
      <Dialog
        opened={dialog}
        title="우선순위 변경"
        onClose={() => setDialog(false)}
        actions={<Button look="primary">변경하기</Button>}
      >
        내용
      </Dialog>
      <ConfirmDialog
        opened={confirm}
        title="리뷰에 서명할까요?"
        confirmLabel="서명하기"
        onConfirm={() => undefined}
        onClose={() => setConfirm(false)}
      >
        서명하면 수치가 확정되며 되돌릴 수 없습니다.
      </ConfirmDialog>
    </Stack>
  );
}
